import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { isExported } from "../model/services";
import { meshGateway, type Routes } from "../model/virtual-services";
import { listed, quoted } from "../words";

function* judge(name: string, i: number, routes: Routes, mesh: Mesh): Iterable<Verdict> {
  const { source, exportTo } = routes;
  const gateway = name === meshGateway ? undefined : mesh.gateway(name);
  const pods = gateway?.workloads ?? [];
  const places = [...new Set(pods.map(({ namespace }) => namespace))];
  const isSeen = places.some((place) => isExported(exportTo, source.id.namespace, place));
  if (gateway === undefined || places.length === 0 || isSeen) {
    return;
  }
  const own = source.spec.exportTo ?? [];
  // Without a list of its own the mesh config says who sees it.
  const path = own.length > 0 ? "spec.exportTo" : `spec.gateways[${i}]`;
  yield {
    path,
    message: `the routes are seen by ${quoted(listed(exportTo))} only; the Pods of gateway ${name} are in ${listed(places)}: export to there too`,
    related: [gateway.source.id, ...pods.map((pod) => pod.source.id)],
    ...(own.length > 0 && places.length === 1 && { fix: { path, value: [...own, ...places] } }),
  };
}

/** Routes of a gateway that its Pods do not see. */
export const virtualServiceHidden = check({
  id: "virtual-service-hidden",
  code: "MESH0118",
  aliases: [],
  level: "error",
  kinds: [Kind.VirtualService],
  summary:
    "A VirtualService is for a Gateway whose Pods are in a namespace that it is not exported to.",
  why: "The gateway knows none of its routes: requests from outside are answered with 404.",
  fix: "Add the namespace of the gateway's Pods to `exportTo`.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#VirtualService",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: door, namespace: front}
spec:
  template:
    metadata: {labels: {istio: door, sidecar.istio.io/inject: "true"}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: door, namespace: museum}
spec:
  selector: {istio: door}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [museum.example.org]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: museum, namespace: museum}
spec:
  hosts: [museum.example.org]
  gateways: [door]
  exportTo: [.] # found
  http: [{route: [{destination: {host: museum, port: {number: 8000}}}]}]
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: door, namespace: front}
spec:
  template:
    metadata: {labels: {istio: door, sidecar.istio.io/inject: "true"}, annotations: {inject.istio.io/templates: gateway}}
    spec: {containers: [{name: istio-proxy, image: auto}]}
---
apiVersion: v1
kind: Service
metadata: {name: door, namespace: front}
spec: {selector: {istio: door}, ports: [{port: 80, name: http}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: door, namespace: museum}
spec:
  selector: {istio: door}
  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [museum.example.org]}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: museum, namespace: museum}
spec:
  hosts: [museum.example.org]
  gateways: [door]
  exportTo: [., front]
  http: [{route: [{destination: {host: museum, port: {number: 8000}}}]}]
`,
  *run({ id }, mesh) {
    const routes = mesh.routesOf(id);
    yield* each(routes.gateways.entries(), ([i, name]) => judge(name, i, routes, mesh));
  },
});
