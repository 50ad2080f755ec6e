import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { allServers, type Server, serverHost, serversOf, shareWorkloads } from "../model/gateways";

const endsTls = ({ server: { tls } }: Server): boolean =>
  tls?.mode !== undefined && tls.httpsRedirect !== true;

const placesOf = ({ server: { port, bind = "", hosts } }: Server): string[] =>
  hosts.map((host) => `${port.number}|${bind}|${serverHost(host).toLowerCase()}`);

const serversByPlace = (mesh: Mesh): ReadonlyMap<string, readonly Server[]> => {
  const entries = mesh
    .fact(allServers)
    .flatMap((server) => placesOf(server).map((place) => ({ place, server })));
  return new Map(
    [...grouped(entries, ({ place }) => place)].map(([place, all]) => [
      place,
      all.map(({ server }) => server),
    ]),
  );
};

/** Servers of the same Gateway with a host of this one, of which the first is kept where TLS ends. */
const besideIn = (own: Server, all: readonly Server[]): readonly Server[] =>
  all.filter(
    (other) =>
      other.gateway === own.gateway && other.path !== own.path && endsTls(own) && endsTls(other),
  );

/** One host at one port of one gateway, in two Gateways. */
export const gatewayConflict = check({
  id: "gateway-conflict",
  code: "IST0145",
  aliases: ["KIA0301"],
  level: "error",
  kinds: [Kind.Gateway],
  summary: "Two Gateways, or two servers of one, have the same host and port at the same Pods.",
  why: "Of two servers with TLS the proxy keeps one and drops the other, whichever came first. Of plain HTTP it takes both, and the routes of both are joined in no certain order.",
  fix: "Have one Gateway for the host, and let the routes of all teams name it.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0145/",
  fires: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: orders, namespace: orders}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: [store.example.com] # found
    tls: {mode: SIMPLE, credentialName: orders}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: catalogue, namespace: catalogue}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 443, name: https-catalogue, protocol: HTTPS}
    hosts: ["*/store.example.com"] # found
    tls: {mode: SIMPLE, credentialName: catalogue}
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: orders, namespace: orders}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: [store.example.com]
    tls: {mode: SIMPLE, credentialName: orders}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: catalogue, namespace: catalogue}
spec:
  selector: {istio: internalgateway}
  servers:
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: [store.example.com]
    tls: {mode: SIMPLE, credentialName: catalogue}
`,
  *run({ id }, mesh): Iterable<Verdict> {
    const gateway = mesh.gateway(`${id.namespace}/${id.name}`);
    const known = mesh.fact(serversByPlace);
    for (const own of gateway ? serversOf(gateway) : []) {
      const atPlace = placesOf(own).flatMap((place) => known.get(place) ?? []);
      const [beside] = besideIn(own, atPlace);
      if (beside !== undefined) {
        yield {
          path: `${own.path}.hosts`,
          message: `${own.server.hosts.join(", ")} at port ${own.server.port.number} is also in ${beside.path}: one of both is dropped, with its certificate`,
        };
      }
      const others = atPlace.filter(
        (other) => other.gateway !== gateway && shareWorkloads(own.gateway, other.gateway),
      );
      const names = [...new Set(others.map((other) => `Gateway ${other.gateway.name}`))];
      if (names.length > 0) {
        const hosts = own.server.hosts.join(", ");
        const clash = endsTls(own) || others.some(endsTls);
        yield {
          path: `${own.path}.hosts`,
          message: `${hosts} at port ${own.server.port.number} is also in ${names.join(", ")} for the same Pods`,
          related: others.map((other) => other.gateway.source.id),
          level: clash ? "error" : "info",
        };
      }
    }
  },
});
