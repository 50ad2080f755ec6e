import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { backendsOf, hostnameBackend, type RouteBackend, routeKinds } from "../model/api-routes";
import { portWords } from "../words";

function* judge(
  mesh: Mesh,
  { kind, name, namespace, port, path }: RouteBackend,
): Iterable<Verdict> {
  if (port === undefined || (kind !== Kind.Service && kind !== hostnameBackend)) {
    return;
  }
  const hosts = mesh.hosts.covering(kind === Kind.Service ? mesh.fullName(name, namespace) : name);
  const ports = hosts.flatMap((host) => host.ports);
  const external = hosts.some(({ externalName }) => externalName !== undefined);
  if (ports.length === 0 || external || ports.some((one) => one.port === port)) {
    return;
  }
  const [only, ...more] = new Set(ports.map((one) => one.port));
  yield {
    path: `${path}.port`,
    message: `${kind === Kind.Service ? `${name}.${namespace}` : name} has no port ${port}; it has ${portWords(hosts)}`,
    related: hosts.map(({ source }) => source.id),
    ...(more.length === 0 && { fix: { path: `${path}.port`, value: only } }),
  };
}

/** A port that the backend does not have. */
export const routeBackendPort = check({
  id: "route-backend-port",
  code: "MESH0306",
  aliases: [],
  level: "error",
  kinds: routeKinds,
  summary: "A route of the Gateway API sends requests to a port that the Service does not have.",
  why: "Envoy has no cluster for it: the share of requests that the backend is to get fails.",
  fix: "Use a port of the Service; that is not the port on which its Pods listen.",
  url: "https://gateway-api.sigs.k8s.io/reference/spec/#backendobjectreference",
  fires: `apiVersion: v1
kind: Service
metadata: {name: maps, namespace: geo}
spec: {ports: [{port: 80, targetPort: 8081, name: http}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: maps, namespace: geo}
spec:
  parentRefs: [{name: outer, namespace: gates}]
  rules:
  - backendRefs:
    - name: maps
      port: 8081 # found
`,
  silent: `apiVersion: v1
kind: Service
metadata: {name: maps, namespace: geo}
spec: {ports: [{port: 80, targetPort: 8081, name: http}]}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: maps, namespace: geo}
spec:
  parentRefs: [{name: outer, namespace: gates}]
  rules: [{backendRefs: [{name: maps, port: 80}]}]
`,
  *run(object, mesh) {
    yield* each(backendsOf(object).flat(), (one) => judge(mesh, one));
  },
});
