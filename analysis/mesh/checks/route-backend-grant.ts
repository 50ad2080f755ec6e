import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { backendsOf, parentsOf, type RouteBackend, routeKinds } from "../model/api-routes";
import { grantWords, isGranted } from "../model/grants";
import { Thing } from "../scope";

const atGateways: readonly string[] = [Kind.ApiGateway, Kind.ListenerSet];

function* judge(mesh: Mesh, { id }: Declared, backend: RouteBackend): Iterable<Verdict> {
  const { kind, namespace, name, path } = backend;
  const to = { group: "", kind: "Service", namespace, name };
  if (kind !== Kind.Service || namespace === id.namespace || isGranted(mesh, id, to)) {
    return;
  }
  if (!mesh.speaksFor(Thing.Service, namespace, name)) {
    yield { path: `${path}.namespace`, notDeclared: `ReferenceGrant of namespace ${namespace}` };
    return;
  }
  yield {
    path: `${path}.namespace`,
    message: `Service ${name} is in namespace ${namespace}, ${grantWords(id, to)}`,
    related: mesh.hosts.named(mesh.fullName(name, namespace)).map(({ source }) => source.id),
  };
}

/** A backend in another namespace, which has not said that it may be used. */
export const routeBackendGrant = check({
  id: "route-backend-grant",
  code: "MESH0305",
  aliases: ["KIA1402"],
  level: "error",
  kinds: routeKinds,
  summary:
    "A route at a Gateway sends requests to a Service of another namespace without a ReferenceGrant.",
  why: "The share of requests that the backend is to get is answered with 500 (RefNotPermitted).",
  fix: "Declare a ReferenceGrant in the Service's namespace, or put the route there.",
  url: "https://gateway-api.sigs.k8s.io/api-types/referencegrant/",
  fires: `apiVersion: v1
kind: Service
metadata: {name: avatars, namespace: images}
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: profile, namespace: people}
spec:
  parentRefs: [{name: outer, namespace: gates}]
  rules:
  - backendRefs:
    - name: avatars
      namespace: images # found
      port: 80
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: avatars, namespace: images}
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: gateway.networking.k8s.io/v1beta1
kind: ReferenceGrant
metadata: {name: people, namespace: images}
spec:
  from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: people}]
  to: [{group: "", kind: Service}]
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: profile, namespace: people}
spec:
  parentRefs: [{name: outer, namespace: gates}]
  rules: [{backendRefs: [{name: avatars, namespace: images, port: 80}]}]
`,
  *run(object, mesh) {
    // In the mesh istiod asks for no grants.
    if (parentsOf(object).some(({ kind }) => atGateways.includes(kind))) {
      yield* each(backendsOf(object).flat(), (one) => judge(mesh, object, one));
    }
  },
});
