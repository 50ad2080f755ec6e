import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { Host } from "../model/services";
import type { RouteDestination } from "../model/virtual-services";
import { portWords, quoted } from "../words";

/** The one port that is meant by a wrong one: the only one, or that which leads to it in the Pods. */
function meantPort(hosts: readonly Host[], wrong: number): number | undefined {
  const ports = hosts.flatMap((host) => host.ports);
  const behind = ports.filter(({ targetPort }) => targetPort === wrong);
  const candidates = new Set((behind.length > 0 ? behind : ports).map(({ port }) => port));
  return candidates.size === 1 ? [...candidates][0] : undefined;
}

function* judge(mesh: Mesh, namespace: string, to: RouteDestination): Iterable<Verdict> {
  const { port } = to;
  const hosts = mesh.visibleHosts(to.host, namespace).filter(({ ports }) => ports.length > 0);
  const [first] = hosts;
  if (
    port === undefined ||
    first === undefined ||
    hosts.some(({ ports }) => ports.some((one) => one.port === port))
  ) {
    return;
  }
  const path = `${to.path}.port.number`;
  const meant = meantPort(hosts, port);
  const isTarget = hosts.some(({ ports }) => ports.some(({ targetPort }) => targetPort === port));
  const what = isTarget ? `${port} is a port of its Pods` : `it has no port ${port}`;
  yield {
    path,
    message: `${quoted(to.written)}: ${what}; the ports of ${first.source.id.kind} ${first.source.id.name} are ${portWords(hosts)}`,
    related: [first.source.id],
    ...(meant !== undefined && { fix: { path, value: meant } }),
  };
}

/** A route to a port that its host lacks. */
export const virtualServicePort = check({
  id: "virtual-service-port",
  code: "IST0101",
  aliases: [],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A route names a port that the Service does not have.",
  why: "Envoy has no cluster for the port: every request that the route takes is answered with 503.",
  fix: "Name a port of the Service; the port of its Pods (targetPort) is another thing.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0101/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: cart, namespace: coolstore}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: cart}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: coolstore}
spec:
  hosts: [cart]
  http:
  - route:
    - destination:
        host: cart
        port:
          number: 8080 # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: cart, namespace: coolstore}
spec: {ports: [{port: 8080, targetPort: 80, name: http}], selector: {app: cart}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: cart, namespace: coolstore}
spec:
  hosts: [cart]
  http:
  - route:
    - destination:
        host: cart
        port:
          number: 8080
`,
  *run({ id }, mesh) {
    yield* each(mesh.routesOf(id).destinations, (to) => judge(mesh, id.namespace, to));
  },
});
