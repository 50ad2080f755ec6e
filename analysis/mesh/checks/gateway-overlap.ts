import { check } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import {
  repeatedHosts,
  type ServerHost,
  type ServerOverlap,
  serverOverlaps,
} from "../model/server-overlaps";
import { listed, quoted } from "../words";

const most = 3;

/** Hosts of others one after another, and how many more. */
function wordsOf(hosts: readonly ServerHost[]): string {
  const names = hosts.map(
    ({ host, server }) => `${quoted(host)} of ${objectWords(server.gateway.source.id)}`,
  );
  const rest = names.length - most;
  return rest > 0 ? `${listed(names.slice(0, most))} and ${rest} more` : listed(names);
}

/** Overlaps by the path of the own host. */
function byPath(
  overlaps: readonly ServerOverlap[],
  name: string,
): Map<string, { own: ServerHost; others: ServerHost[]; isNarrow: boolean }> {
  const found = new Map<string, { own: ServerHost; others: ServerHost[]; isNarrow: boolean }>();
  for (const { wide, narrow } of overlaps) {
    const isNarrow = narrow.server.gateway.name === name;
    const [own, other] = isNarrow ? [narrow, wide] : [wide, narrow];
    const key = `${own.path} ${isNarrow}`;
    const known = found.get(key) ?? { own, others: [], isNarrow };
    found.set(key, { ...known, others: [...known.others, other] });
  }
  return found;
}

/** A wildcard of a server that covers the host of another. */
export const gatewayOverlap = check({
  id: "gateway-overlap",
  code: "KIA0301",
  aliases: [],
  level: "info",
  kinds: [Kind.Gateway],
  summary: "A host of a Gateway is covered by a wildcard at the same port of the same Pods.",
  why: "Requests for the narrower host go to it alone, also where the routes of the wildcard's Gateway have rules for them.",
  fix: "Let the routes for the host name the Gateway that has it, or leave it to the wildcard.",
  url: "https://kiali.io/docs/features/validations/#kia0301---more-than-one-gateway-for-the-same-host-port-combination",
  fires: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: campus, namespace: campus}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts:
    - "*.campus.example" # found
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: library, namespace: library}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts:
    - library/books.campus.example # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: campus, namespace: campus}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*.campus.example"]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: library, namespace: library}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 8080, name: http, protocol: HTTP}
    hosts: [books.campus.example]
  - port: {number: 80, name: http-own, protocol: HTTP}
    hosts: [campus/campus.example, library/campus.example]
`,
  *run({ id }, mesh) {
    const name = `${id.namespace}/${id.name}`;
    for (const { one, before } of repeatedHosts(mesh, name)) {
      yield {
        path: one.path,
        message: `${quoted(one.host)} is there already, as ${before.path}`,
      };
    }
    const own = byPath(mesh.fact(serverOverlaps).get(name) ?? [], name);
    for (const { own: one, others, isNarrow } of own.values()) {
      const words = wordsOf(others);
      yield {
        path: one.path,
        message: isNarrow
          ? `${quoted(one.host)} is covered by ${words} at port ${one.server.server.port.number}: requests for it go to the narrowest host`
          : `${quoted(one.host)} covers ${words} at port ${one.server.server.port.number}: requests for these go to the narrower host`,
        related: others.slice(0, most).map(({ server }) => server.gateway.source.id),
      };
    }
  },
});
