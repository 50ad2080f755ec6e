import { check } from "../check";
import { each } from "../each";
import { hostProblem, viewersOf } from "../host-reference";
import { Kind } from "../kinds";

/** A route to a host that nothing declares, or that its clients do not see. */
export const virtualServiceHost = check({
  id: "virtual-service-host",
  code: "IST0101",
  aliases: ["KIA1101"],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A route names a host that does not exist, or that its clients do not see.",
  why: "Envoy has no cluster for it: every request that the route takes is answered with 503.",
  fix: "Name a Service of the namespace, the full name of one elsewhere, or declare a ServiceEntry for the host.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0101/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {ports: [{port: 9080, name: http}], selector: {app: reviews}}
---
apiVersion: v1
kind: Service
metadata:
  name: stock
  namespace: warehouse
  annotations: {networking.istio.io/exportTo: ".,billing"}
spec: {ports: [{port: 7000, name: grpc}], selector: {app: stock}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http:
  - match: [{uri: {prefix: /stock}}]
    route:
    - destination:
        host: stock.warehouse.svc.cluster.local # found
  - route:
    - destination:
        host: review # found
    mirror:
      host: reviews-next # found
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
    const { namespace } = id;
    const { destinations, exportTo } = mesh.routesOf(id);
    const viewers = viewersOf(exportTo, namespace);
    yield* each(destinations, function* ({ path, host, written }) {
      const problem = hostProblem(mesh, {
        path: `${path}.host`,
        written,
        host,
        namespace,
        viewers,
      });
      if (problem) {
        yield problem;
      }
    });
  },
});
