import { check, type Verdict } from "../check";
import { each } from "../each";
import { hostProblem } from "../host-reference";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { backendsOf, hostnameBackend, type RouteBackend, routeKinds } from "../model/api-routes";
import { quoted } from "../words";

function* judge(mesh: Mesh, own: string, backend: RouteBackend): Iterable<Verdict> {
  const { kind, name, namespace } = backend;
  const path = `${backend.path}.name`;
  if (kind === Kind.Service && name.includes(".")) {
    yield {
      path,
      message: `${quoted(name)} is a host name; the name of a Service is expected here, and its namespace beside it`,
    };
    return;
  }
  if (kind !== Kind.Service && kind !== hostnameBackend) {
    return;
  }
  const host = kind === Kind.Service ? mesh.fullName(name, namespace) : name;
  const problem = hostProblem(mesh, {
    path,
    written: name,
    host,
    namespace,
    viewers: [own],
  });
  if (problem) {
    yield problem;
  }
}

/** A backend that does not exist. */
export const routeBackend = check({
  id: "route-backend",
  code: "KIA1402",
  aliases: [],
  level: "error",
  kinds: routeKinds,
  summary: "A route of the Gateway API sends requests to a Service that does not exist.",
  why: "The share of requests that the backend is to get is answered with 500.",
  fix: "Name a Service that exists, and its namespace if that is another one.",
  url: "https://gateway-api.sigs.k8s.io/api-types/httproute/#backendrefs-optional",
  fires: `apiVersion: v1
kind: Service
metadata: {name: quotes, namespace: stocks}
spec: {ports: [{port: 50051, name: grpc}], selector: {app: quotes}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata: {name: quotes, namespace: stocks}
spec:
  parentRefs: [{kind: Service, group: "", name: quotes}]
  rules:
  - backendRefs:
    - port: 50051
      name: quote # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: quotes, namespace: stocks}
spec: {ports: [{port: 50051, name: grpc}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: GRPCRoute
metadata: {name: quotes, namespace: stocks}
spec:
  parentRefs: [{kind: Service, group: "", name: quotes}]
  rules: [{backendRefs: [{name: quotes, port: 50051}]}]
`,
  *run(object, mesh) {
    yield* each(backendsOf(object).flat(), (one) => judge(mesh, object.id.namespace, one));
  },
});
