import { check } from "../check";
import { Kind } from "../kinds";
import { isClassOfIstio } from "../model/gateway-classes";
import { quoted } from "../words";

const encrypted: readonly string[] = ["HTTPS", "TLS"];

const gateway = (port: number): string => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: hall, namespace: hall}
spec:
  gatewayClassName: istio
  listeners:
  - name: plain
    port: ${port}${port === 443 ? " # found" : ""}
    protocol: HTTP
    hostname: a.example.com
  - name: closed
    port: 443
    protocol: HTTPS
    hostname: b.example.com
    tls: {certificateRefs: [{name: hall}]}
`;

/** Listeners with and without TLS of which one port of a proxy can only have one. */
export const listenerMixedPort = check({
  id: "listener-mixed-port",
  code: "MESH0149",
  aliases: [],
  level: "warning",
  kinds: [Kind.ApiGateway],
  summary: "Two listeners of a Gateway have one port, and one of them is plain HTTP.",
  why: "istiod accepts both, as their hostnames differ, and leaves one of them out: a port of a proxy is plain HTTP or TLS.",
  fix: "Give plain HTTP a port of its own.",
  url: "https://gateway-api.sigs.k8s.io/reference/spec/#listener",
  fires: gateway(443),
  silent: gateway(80),
  *run({ spec }, mesh) {
    if (!isClassOfIstio(mesh, spec.gatewayClassName)) {
      return;
    }
    for (const [i, { name, port, protocol, hostname = "*" }] of spec.listeners.entries()) {
      const other = spec.listeners.find(
        (one) =>
          one.port === port &&
          encrypted.includes(one.protocol) &&
          (one.hostname ?? "*") !== hostname,
      );
      if (protocol === "HTTP" && other !== undefined) {
        yield {
          path: `spec.listeners[${i}].port`,
          message: `listener ${quoted(name)} is plain HTTP at port ${port}, where listener ${quoted(other.name)} is ${other.protocol}`,
        };
      }
    }
  },
});
