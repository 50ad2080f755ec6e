import type { VirtualServiceSpec } from "../../../schemas/kinds/networking/virtual-service";
import { check, type Verdict } from "../check";
import { isRefused } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { IstioGateway } from "../model/gateways";
import { gatewayName, meshGateway } from "../model/virtual-services";
import { listed } from "../words";

interface PortMatch {
  readonly port: number;
  readonly path: string;
  /** Gateways that the match is for; none where it is for all of its VirtualService. */
  readonly gateways: readonly string[];
}

function* matchesOf(spec: VirtualServiceSpec): Iterable<PortMatch> {
  for (const kind of ["http", "tls", "tcp"] as const) {
    for (const [i, { match = [] }] of (spec[kind] ?? []).entries()) {
      for (const [j, { port, gateways = [] }] of match.entries()) {
        if (port) {
          yield { port, path: `spec.${kind}[${i}].match[${j}].port`, gateways };
        }
      }
    }
  }
}

/** Gateways of a list if all of them are declared; the mesh has the ports of all Services. */
function declaredGateways(names: readonly string[], mesh: Mesh): readonly IstioGateway[] {
  const found = names.flatMap((name) => (name === meshGateway ? [] : (mesh.gateway(name) ?? [])));
  return found.length === names.length && !found.some(({ source }) => isRefused(source))
    ? found
    : [];
}

function* judge(
  { port, path, gateways }: PortMatch,
  all: readonly string[],
  namespace: string,
  mesh: Mesh,
): Iterable<Verdict> {
  const names = gateways.length > 0 ? gateways.map((one) => gatewayName(one, namespace)) : all;
  const found = declaredGateways(names, mesh);
  const served = found.flatMap(({ source }) =>
    (source.spec.servers ?? []).flatMap((server) => server.port?.number ?? []),
  );
  if (served.length === 0 || served.includes(port)) {
    return;
  }
  yield {
    path,
    message: `no server of gateway ${listed(names)} has port ${port}; there is ${listed(new Set(served))}`,
    related: found.map(({ source }) => source.id),
  };
}

/** A match of a port that no gateway of the routes serves. */
export const matchPort = check({
  id: "match-port",
  code: "MESH0119",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A match names a port that none of the VirtualService's gateways serves.",
  why: "No request comes in at that port, so the match takes none.",
  fix: "Write the port of a server of the Gateway, or leave the port out.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMatchRequest",
  fires: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: harbour, namespace: quay}
spec:
  selector: {istio: harbour}
  servers:
  - port: {number: 8080, name: http, protocol: HTTP}
    hosts: [ships.example.net]
  - port: {number: 5432, name: tcp, protocol: TCP}
    hosts: ["*"]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ships, namespace: quay}
spec:
  hosts: [ships.example.net]
  gateways: [harbour]
  http:
  - match:
    - port: 80 # found
    route: [{destination: {host: ships, port: {number: 8000}}}]
  tcp:
  - match:
    - port: 5433 # found
    route: [{destination: {host: logbook, port: {number: 5432}}}]
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: harbour, namespace: quay}
spec:
  selector: {istio: harbour}
  servers:
  - port: {number: 8080, name: http, protocol: HTTP}
    hosts: [ships.example.net]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: ships, namespace: quay}
spec:
  hosts: [ships.example.net]
  gateways: [harbour, mesh]
  http:
  - match: [{port: 8080, gateways: [harbour]}, {port: 8000, gateways: [mesh]}]
    route: [{destination: {host: ships, port: {number: 8000}}}]
`,
  *run({ id, spec }, mesh) {
    const { gateways, isDelegate } = mesh.routesOf(id);
    const matches = isDelegate ? [] : matchesOf(spec);
    yield* each(matches, (one) => judge(one, gateways, id.namespace, mesh));
  },
});
