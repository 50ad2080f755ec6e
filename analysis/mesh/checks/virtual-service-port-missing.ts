import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { meshGateway, type RouteDestination, type Routes } from "../model/virtual-services";
import { portWords, quoted } from "../words";

/** Ports at which requests come in; undefined where these are not known. */
function ownPorts(mesh: Mesh, routes: Routes): readonly number[] | undefined {
  const ports: number[] = [];
  for (const gateway of routes.gateways) {
    const found =
      gateway === meshGateway
        ? routes.hosts.flatMap((host) => mesh.hosts.named(host)).flatMap((host) => host.ports)
        : (mesh.gateway(gateway)?.source.spec.servers ?? []).map(({ port: { number } }) => ({
            port: number,
          }));
    if (found.length === 0) {
      return undefined;
    }
    ports.push(...found.map(({ port }) => port));
  }
  return routes.isDelegate ? undefined : ports;
}

function* judge(mesh: Mesh, routes: Routes, to: RouteDestination): Iterable<Verdict> {
  const [host] = mesh.visibleHosts(to.host, routes.source.id.namespace);
  const ports = new Set(host?.ports.map(({ port }) => port));
  if (to.port !== undefined || host === undefined || ports.size < 2) {
    return;
  }
  const same = ownPorts(mesh, routes)?.every((port) => ports.has(port)) ?? false;
  yield {
    path: `${to.path}.host`,
    message: `${quoted(to.written)} has the ports ${portWords([host])}, and the route names none; ${
      same ? "the one that the request came in at is taken" : "say which one"
    }`,
    related: [host.source.id],
    ...(same && { level: "info" }),
  };
}

/** A route without a port, to a host that has several. */
export const virtualServicePortMissing = check({
  id: "virtual-service-port-missing",
  code: "IST0112",
  aliases: [],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A route names no port, and its Service has several.",
  why: "Envoy takes the port that the request came in at; where the Service has no such port, the answer is 503.",
  fix: "Name the port under `destination.port.number`.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0112/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: inventory, namespace: coolstore}
spec:
  ports: [{port: 8080, name: http}, {port: 9779, name: http-metrics}]
  selector: {app: inventory}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: shop, namespace: coolstore}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: [shop.example.com]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: shop, namespace: coolstore}
spec:
  hosts: [shop.example.com]
  gateways: [shop]
  http:
  - route:
    - destination:
        host: inventory # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: inventory, namespace: coolstore}
spec:
  ports: [{port: 8080, name: http}, {port: 9779, name: http-metrics}]
  selector: {app: inventory}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: inventory, namespace: coolstore}
spec:
  hosts: [inventory]
  http:
  - timeout: 2s
    route:
    - destination:
        host: inventory
`,
  *run({ id }, mesh) {
    const routes = mesh.routesOf(id);
    yield* each(routes.destinations, (to) => judge(mesh, routes, to));
  },
});
