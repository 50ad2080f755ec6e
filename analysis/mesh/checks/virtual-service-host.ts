import { didYouMean } from "../../../values/closest";
import { serviceOfHost } from "../../../values/service-host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import type { RouteDestination, Routes } from "../model/virtual-services";
import { Thing } from "../scope";

/** Names of the Services of a namespace, for "did you mean". */
const servicesIn = (mesh: Mesh, namespace: string): string[] =>
  mesh.hosts.all
    .filter((host) => host.namespace === namespace)
    .map((host) => serviceOfHost(host.host)?.[1] ?? host.host);

function* judge(mesh: Mesh, routes: Routes, to: RouteDestination): Iterable<Verdict> {
  const { namespace } = routes.source.id;
  const { host, written } = to;
  if (mesh.visibleHosts(host, namespace).length > 0) {
    return;
  }
  const path = `${to.path}.host`;
  const [place, name] = serviceOfHost(host) ?? [];
  if (place === undefined || name === undefined) {
    yield { path, notDeclared: `host ${JSON.stringify(written)}` };
    return;
  }
  if (!mesh.speaksFor(Thing.Service, place, name)) {
    yield { path, notDeclared: `Service ${name}.${place}` };
    return;
  }
  yield {
    path,
    message: `${JSON.stringify(written)}: there is no Service ${name} in namespace ${place}${didYouMean(name, servicesIn(mesh, place))}`,
  };
}

/** A route to a host that nothing declares. */
export const virtualServiceHost = check({
  id: "virtual-service-host",
  code: "IST0101",
  aliases: ["KIA1101"],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A route names a host that does not exist.",
  why: "Envoy has no cluster for it: every request that the route takes is answered with 503.",
  fix: "Name a Service of the namespace, the full name of one elsewhere, or declare a ServiceEntry for the host.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0101/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {ports: [{port: 9080, name: http}], selector: {app: reviews}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http:
  - route:
    - destination:
        host: review # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {ports: [{port: 9080, name: http}], selector: {app: reviews}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: web}
spec:
  hosts: [reviews.shop.svc.cluster.local]
  http:
  - route:
    - destination:
        host: reviews.shop.svc.cluster.local
`,
  *run({ id }, mesh) {
    const routes = mesh.routesOf(id);
    yield* each(routes.destinations, (to) => judge(mesh, routes, to));
  },
});
