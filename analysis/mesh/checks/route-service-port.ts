import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { parentsOf, type RouteParent, routeKinds } from "../model/api-routes";
import { portWords, quoted } from "../words";

function* judge(mesh: Mesh, { kind, name, namespace, port, path }: RouteParent): Iterable<Verdict> {
  if (kind !== Kind.Service || port === undefined) {
    return;
  }
  const hosts = mesh.hosts.named(mesh.fullName(name, namespace));
  const ports = hosts.flatMap((host) => host.ports);
  if (ports.length === 0 || ports.some((own) => own.port === port)) {
    return;
  }
  const own = `${path}.port`;
  const [only] = ports.length === 1 ? ports : [];
  yield {
    path: own,
    message: `Service ${quoted(name)} has no port ${port}; it has ${portWords(hosts)}`,
    related: hosts.map(({ source }) => source.id),
    ...(only && { fix: { path: own, value: only.port } }),
  };
}

const objects = (port: number): string => `apiVersion: v1
kind: Service
metadata: {name: moods, namespace: music}
spec: {ports: [{port: 9080, name: http}], selector: {app: moods}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: moods, namespace: music}
spec:
  parentRefs:
  - group: ""
    kind: Service
    name: moods
    port: ${port}${port === 9080 ? "" : " # found"}
  rules: [{timeouts: {request: 2s}, backendRefs: [{name: moods, port: 9080}]}]
`;

/** A route of the mesh for a port that its Service does not have. */
export const routeServicePort = check({
  id: "route-service-port",
  code: "MESH0145",
  aliases: [],
  level: "error",
  kinds: routeKinds,
  summary: "A route of the mesh is for a port that its Service does not have.",
  why: "istiod takes the route for this port alone, where no request arrives: calls go to the Service as if there were no route.",
  fix: "Name a port of the Service, or leave it out to mean all.",
  url: "https://gateway-api.sigs.k8s.io/mesh/service-facets/",
  fires: objects(80),
  silent: objects(9080),
  *run(route, mesh) {
    yield* each(parentsOf(route), (parent) => judge(mesh, parent));
  },
});
