import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { isClassOfIstio } from "../model/gateway-classes";
import { listed, portWords, quoted } from "../words";

const objects = (port: number): string => `apiVersion: v1
kind: Service
metadata: {name: quay, namespace: doors}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: quay}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: quay, namespace: doors}
spec:
  gatewayClassName: istio
  addresses: [{type: Hostname, value: quay.doors.svc.cluster.local}]
  listeners:
  - name: http
    protocol: HTTP
    port: ${port}${port === 80 ? "" : " # found"}
`;

/** A listener at a Service of one's own that does not have its port. */
export const apiGatewayServicePort = check({
  id: "api-gateway-service-port",
  code: "MESH0170",
  aliases: [],
  level: "error",
  kinds: [Kind.ApiGateway],
  summary: "A listener has a port that the Service at the Gateway's address does not have.",
  why: "Nothing leads to the listener: the Gateway is not programmed (AddressNotUsable), and connections are refused.",
  fix: "Add the port to the Service, or write a port of the Service, not that of its Pods.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#manual-deployment",
  fires: objects(8080),
  silent: objects(80),
  *run({ id, spec }, mesh): Iterable<Verdict> {
    const { addresses = [], listeners, gatewayClassName } = spec;
    const hosts = addresses
      .filter(({ type }) => type === "Hostname")
      .flatMap(({ value = "" }) => mesh.hosts.named(mesh.fullName(value, id.namespace)));
    const ports = hosts.flatMap((host) => host.ports);
    if (ports.length === 0 || !isClassOfIstio(mesh, gatewayClassName)) {
      return;
    }
    yield* each(listeners.entries(), function* ([i, { name, port }]) {
      if (ports.some((own) => own.port === port)) {
        return;
      }
      const meant = ports.filter(({ targetPort }) => targetPort === port).map((own) => own.port);
      const path = `spec.listeners[${i}].port`;
      yield {
        path,
        message: `${listed(hosts.map(({ host }) => quoted(host)))} has no port ${port} for listener ${quoted(name)}; it has ${portWords(hosts)}${meant.length === 0 ? "" : `: ${port} is where its Pods listen`}`,
        related: hosts.map(({ source }) => source.id),
        ...(meant.length === 1 && { fix: { path, value: meant[0] } }),
      };
    });
  },
});
