import { check, type Verdict } from "../check";
import { each } from "../each";
import { fields, number } from "../fields";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { meshGateway, type RouteDestination } from "../model/virtual-services";
import { quoted } from "../words";

interface Ported {
  readonly port: number;
  readonly to: RouteDestination;
}

/** Destinations of routes that are for one port each. */
function portedOf(spec: object, destinations: readonly RouteDestination[]): Ported[] {
  return destinations.flatMap((to) => {
    const [, kind = "", index = ""] = /^spec\.(\w+)\[(\d+)\]/.exec(to.path) ?? [];
    const routes = fields(spec)[kind];
    const match = Array.isArray(routes) ? fields(routes[Number(index)]).match : undefined;
    const ports = Array.isArray(match) ? match.map((one) => number(fields(one).port)) : [];
    const [port] = ports;
    return port !== undefined && ports.every((own) => own === port) ? [{ port, to }] : [];
  });
}

function* judge({ port, to }: Ported, namespace: string, mesh: Mesh): Iterable<Verdict> {
  if (to.port === undefined || to.port === port || to.mirror) {
    return;
  }
  const hosts = mesh.visibleHosts(to.host, namespace);
  const kept = hosts.filter(({ source }) => {
    const { resolution = "NONE", ports } = fields(source.object.spec);
    const own = Array.isArray(ports)
      ? ports.map(fields).find((one) => number(one.number) === to.port)
      : undefined;
    return (
      source.id.kind === "ServiceEntry" && resolution === "NONE" && own?.targetPort === undefined
    );
  });
  if (hosts.length > 0 && kept.length === hosts.length) {
    yield {
      path: `${to.path}.port.number`,
      message: `connections to port ${port} stay at port ${port}: ${quoted(to.written)} has resolution NONE, by which the proxy calls the address and port that the client called`,
      related: kept.map(({ source }) => source.id),
    };
  }
}

/** A route to another port of a host whose connections keep theirs. */
export const originalPort = check({
  id: "original-port",
  code: "MESH0133",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A route changes the port of a host whose connections keep the one that was called.",
  why: "With resolution NONE the proxy calls what the client called: the settings of the other port are followed, TLS among them, and the connection goes to the old one.",
  fix: "Give the ServiceEntry resolution DNS or STATIC, or its port a targetPort.",
  url: "https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Resolution",
  fires: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: directory, namespace: staff}
spec:
  hosts: [ldap.example.com]
  addresses: [192.0.2.40/32]
  location: MESH_EXTERNAL
  resolution: NONE
  ports: [{number: 389, name: tcp-ldap, protocol: TCP}, {number: 636, name: tls-ldap, protocol: TLS}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: directory, namespace: staff}
spec:
  hosts: [ldap.example.com]
  tcp:
  - match: [{port: 389}]
    route:
    - destination:
        host: ldap.example.com
        port:
          number: 636 # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: directory, namespace: staff}
spec:
  hosts: [ldap.example.com]
  location: MESH_EXTERNAL
  resolution: DNS
  addresses: [192.0.2.40]
  ports: [{number: 389, name: tcp-ldap, protocol: TCP}, {number: 636, name: tls-ldap, protocol: TLS}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: directory, namespace: staff}
spec:
  hosts: [ldap.example.com]
  tcp:
  - match: [{port: 389}]
    route: [{destination: {host: ldap.example.com, port: {number: 636}}}]
`,
  *run({ id, spec }, mesh) {
    const { gateways, destinations } = mesh.routesOf(id);
    if (gateways.every((name) => name === meshGateway)) {
      yield* each(portedOf(spec, destinations), (one) => judge(one, id.namespace, mesh));
    }
  },
});
