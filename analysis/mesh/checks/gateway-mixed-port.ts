import { check, type Verdict } from "../check";
import { Kind } from "../kinds";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { allServers, type Server, serverHost, serversOf, shareWorkloads } from "../model/gateways";
import { hasTls, isPlainHttp, serverWords } from "../model/server-routes";

const placeOf = ({ server: { port, bind = "" } }: Server): string => `${port.number}|${bind}`;

const serversByPlace = (mesh: Mesh): ReadonlyMap<string, readonly Server[]> =>
  grouped(mesh.fact(allServers), placeOf);

/** What one listener can be: HTTP, TLS (told apart by names), or bytes. */
function formOf({ server }: Server): "http" | "tls" | "tcp" {
  if (hasTls(server)) {
    return "tls";
  }
  return isPlainHttp(server) ? "http" : "tcp";
}

/** One host at one port of two Gateways is told by another check, but for bytes, which have no host. */
const isSameHost = (one: Server, other: Server): boolean =>
  one.gateway !== other.gateway &&
  one.server.hosts.some((host) =>
    other.server.hosts.some((more) => serverHost(more) === serverHost(host)),
  );

/** Whether one of both is dropped in any case: without TLS the first wins, and in one Gateway that is known. */
function isCertain(one: Server, other: Server): boolean {
  if (formOf(one) !== "tls" && formOf(other) !== "tls") {
    return true;
  }
  const { servers = [] } = one.gateway.source.spec;
  const [first] = servers.filter((server) => server === one.server || server === other.server);
  return one.gateway === other.gateway && first !== undefined && !hasTls(first);
}

/** Servers of which one port of a proxy can only have one. */
export const gatewayMixedPort = check({
  id: "gateway-mixed-port",
  code: "MESH0316",
  aliases: [],
  level: "warning",
  kinds: [Kind.Gateway],
  summary:
    "Servers with plain HTTP, TLS and TCP, or two with TCP, are on one port of the same Pods.",
  why: "A port is plain HTTP, or TLS, or plain TCP of one server. Where the one without TLS is the older, istiod drops the others without a word, and their hosts are not served; the other way round it hangs on the release.",
  fix: "Give each protocol, and each server with plain TCP, a port of its own.",
  url: "https://github.com/istio/istio/issues/9546",
  fires: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: mirror, namespace: packages}
spec:
  selector: {istio: outbound}
  servers:
  - port:
      number: 8443 # found
      name: http-mirror
      protocol: HTTP
    hosts: [mirror.example.net]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: registry, namespace: images}
spec:
  selector: {istio: outbound}
  servers:
  - port:
      number: 8443 # found
      name: tls-registry
      protocol: TLS
    hosts: [registry.example.net]
    tls: {mode: PASSTHROUGH}
`,
  silent: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: mirror, namespace: packages}
spec:
  selector: {istio: outbound}
  servers:
  - port: {number: 8080, name: http-mirror, protocol: HTTP}
    hosts: [mirror.example.net]
  - port: {number: 8443, name: https-mirror, protocol: HTTPS}
    hosts: [mirror.example.net]
    tls: {mode: ISTIO_MUTUAL}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: registry, namespace: images}
spec:
  selector: {istio: outbound}
  servers:
  - port: {number: 8443, name: tls-registry, protocol: TLS}
    hosts: [registry.example.net]
    tls: {mode: PASSTHROUGH}
  - port: {number: 8080, name: tcp-registry, protocol: TCP}
    bind: 192.0.2.7
    hosts: ["*"]
`,
  *run({ id }, mesh): Iterable<Verdict> {
    const gateway = mesh.gateway(`${id.namespace}/${id.name}`);
    const known = mesh.fact(serversByPlace);
    for (const own of gateway ? serversOf(gateway) : []) {
      const others = (known.get(placeOf(own)) ?? []).filter(
        (other) =>
          (formOf(other) === formOf(own)
            ? other.server !== own.server && formOf(own) === "tcp"
            : !isSameHost(own, other)) && shareWorkloads(own.gateway, other.gateway),
      );
      const names = new Set(
        others.map((other) => `Gateway ${other.gateway.name} has ${serverWords(other.server)}`),
      );
      if (others.length > 0) {
        yield {
          path: `${own.path}.port.number`,
          message: `${serverWords(own.server)} cannot stand beside others of the same Pods: ${[...names].join(", ")}`,
          level: others.some((other) => isCertain(own, other)) ? "error" : "warning",
          related: others.flatMap((other) =>
            other.gateway === gateway ? [] : [other.gateway.source.id],
          ),
        };
      }
    }
  },
});
