import { gatewayNameLabel } from "../../../values/known-names";
import { check } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";

/** What istiod makes for a Gateway of the API, under one name. */
const made = [Kind.Service, Kind.Deployment] as const;

/** A Gateway whose Deployment or Service would have the name of another one. */
export const gatewayNameTaken = check({
  id: "gateway-name-taken",
  code: "MESH0208",
  aliases: [],
  level: "error",
  kinds: [Kind.ApiGateway],
  summary: "istiod makes a Service and a Deployment for a Gateway whose name something else has.",
  why: "The two write over each other: the application's Pods or addresses are gone, or the Gateway gets none.",
  fix: "Give the Gateway or waypoint another name.",
  url: "https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment",
  fires: `apiVersion: v1
kind: Service
metadata: {name: pool, namespace: sports}
spec: {ports: [{port: 80, name: http}], selector: {app: pool}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: pool # found
  namespace: sports
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE, allowedRoutes: {namespaces: {from: All}}}]
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: pool, namespace: sports}
spec: {ports: [{port: 80, name: http}], selector: {app: pool}}
---
apiVersion: v1
kind: Service
metadata: {name: shore, namespace: sports, labels: {gateway.networking.k8s.io/gateway-name: shore}}
spec: {ports: [{port: 15008, name: hbone}], selector: {gateway.networking.k8s.io/gateway-name: shore}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: pool, namespace: sports}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: shore, namespace: sports}
spec:
  gatewayClassName: istio-waypoint
  listeners: [{name: mesh, port: 15008, protocol: HBONE, allowedRoutes: {namespaces: {from: All}}}]
`,
  *run({ id }, mesh) {
    for (const { name } of mesh.workloadsOf(id)) {
      const others = made
        .flatMap((kind) => mesh.set.find(kind, id.namespace, name) ?? [])
        .filter(({ labels }) => labels[gatewayNameLabel] !== id.name);
      for (const other of others) {
        yield {
          path: "metadata.name",
          message: `istiod makes a ${other.id.kind} ${name} for this Gateway, and ${objectWords(other.id)} is declared`,
          related: [other.id],
        };
      }
    }
  },
});
