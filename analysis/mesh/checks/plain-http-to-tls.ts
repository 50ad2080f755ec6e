import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { clientTlsOf } from "../model/client-tls";
import { isEncrypted } from "../model/protocol";
import type { RouteDestination } from "../model/virtual-services";
import { quoted } from "../words";

function* judge(mesh: Mesh, namespace: string, to: RouteDestination): Iterable<Verdict> {
  const hosts = mesh.visibleHosts(to.host, namespace);
  const all = hosts.flatMap(({ ports }) => ports);
  const ports = all.filter(
    ({ port }) => to.port === port || (to.port === undefined && all.length === 1),
  );
  const [first] = ports;
  if (
    to.protocol !== "http" ||
    first === undefined ||
    !ports.every(({ protocol }) => isEncrypted(protocol))
  ) {
    return;
  }
  const speaksTls = mesh
    .rulesNamed(to.host)
    .concat(mesh.rulesFor(to.host, namespace))
    .flatMap(clientTlsOf)
    .some(({ tls, port }) => tls.mode !== "DISABLE" && (port === undefined || port === first.port));
  if (!speaksTls) {
    yield {
      path: `${to.path}.${to.port === undefined ? "host" : "port.number"}`,
      message: `port ${first.port} of ${quoted(to.written)} is ${first.protocol}, and the proxy speaks plain HTTP to it: no DestinationRule turns TLS on`,
      related: hosts.map(({ source }) => source.id),
    };
  }
}

const entry = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: weather, namespace: farm}
spec:
  hosts: [api.weather.example]
  location: MESH_EXTERNAL
  resolution: DNS
  ports: [{number: 80, name: http, protocol: HTTP}, {number: 443, name: https, protocol: HTTPS}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: weather, namespace: farm}
spec:
  hosts: [api.weather.example]
  http:
  - timeout: 4s
    route:
    - destination:
        host: api.weather.example
        port:
          number: 443 #HERE
`;

/** Plain HTTP to a port that wants TLS. */
export const plainHttpToTls = check({
  id: "plain-http-to-tls",
  code: "MESH0112",
  aliases: [],
  level: "warning",
  kinds: [Kind.VirtualService],
  summary: "A route for HTTP leads to a port for HTTPS or TLS, without TLS.",
  why: "The server answers plain HTTP with 400, or ends the connection.",
  fix: "Turn TLS on in a DestinationRule of the host (`tls: {mode: SIMPLE}`), or name the port `http-…` if it takes plain HTTP.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/egress/egress-tls-origination/",
  fires: entry.replace("#HERE", "# found"),
  silent: `${entry.replace(" #HERE", "")}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: weather, namespace: farm}
spec:
  host: api.weather.example
  trafficPolicy:
    portLevelSettings:
    - port: {number: 443}
      tls: {mode: SIMPLE, sni: api.weather.example}
`,
  *run({ id }, mesh) {
    yield* each(mesh.routesOf(id).destinations, (to) => judge(mesh, id.namespace, to));
  },
});
