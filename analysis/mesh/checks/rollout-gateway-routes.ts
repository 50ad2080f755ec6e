import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import { kindOf, objectWords } from "../kubernetes-object";
import type { Mesh } from "../mesh";
import { backendsOf } from "../model/api-routes";
import { apiTrafficOf, type RolloutRoute } from "../model/rollout-routes";
import { slip } from "../slip";
import { listed, quoted } from "../words";

function* judge(
  mesh: Mesh,
  { kind, name, namespace, path }: RolloutRoute,
  services: readonly string[],
): Iterable<Verdict> {
  const word = kind.slice(0, kind.indexOf("."));
  const route = mesh.set.find(kind, namespace, name);
  if (route === undefined) {
    const names = mesh.set
      .inNamespace(namespace)
      .flatMap(({ id }) => (kindOf(id) === kind ? [id.name] : []));
    const { hint, fix } = slip(path, name, names);
    yield names.length === 0
      ? { path, notDeclared: `${word} ${name}.${namespace}` }
      : { path, message: `there is no ${word} ${name} in namespace ${namespace}${hint}`, ...fix };
    return;
  }
  const rules = backendsOf(route).map((backends) => backends.map((backend) => backend.name));
  if (rules.some((own) => services.every((service) => own.includes(service)))) {
    return;
  }
  const all = rules.flat();
  const lacking = services.filter((service) => !all.includes(service));
  yield {
    path,
    message:
      lacking.length === 0
        ? `no rule of ${objectWords(route.id)} has both ${listed(services.map(quoted))} as backends`
        : `${objectWords(route.id)} has no backend ${listed(lacking.map(quoted))}: its rules lead to ${listed(new Set(all.map(quoted))) || "none"}`,
    related: [route.id],
  };
}

const objects = (backend: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: menu, namespace: inn}
spec:
  selector: {matchLabels: {app: menu}}
  template:
    metadata: {labels: {app: menu}}
    spec: {containers: [{name: menu, ports: [{containerPort: 8080}]}]}
  strategy:
    canary:
      stableService: menu-stable
      canaryService: menu-canary
      trafficRouting:
        plugins:
          argoproj-labs/gatewayAPI:
            httpRoute: menu${backend === "" ? " # found" : ""}
            namespace: inn
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: menu, namespace: inn}
spec:
  parentRefs: [{name: door, namespace: gates}]
  rules:
  - backendRefs: [{name: menu-stable, port: 80}${backend}]
---
apiVersion: v1
kind: Service
metadata: {name: menu-stable, namespace: inn}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: menu}}
---
apiVersion: v1
kind: Service
metadata: {name: menu-canary, namespace: inn}
spec: {ports: [{port: 80, targetPort: 8080, name: http}], selector: {app: menu}}
`;

/** A Rollout that is to shift requests by routes of the Gateway API which do not fit it. */
export const rolloutGatewayRoutes = check({
  id: "rollout-gateway-routes",
  code: "MESH0158",
  aliases: [],
  level: "error",
  kinds: [Kind.Rollout],
  summary: "A Rollout shifts requests by a route that lacks one of its Services, or is not there.",
  why: "The plugin of Argo Rollouts finds no weights to set: the rollout stops with an error, and no request reaches the new version.",
  fix: "Write the stable and the canary Service as backends of one rule of the route.",
  url: "https://rollouts-plugin-trafficrouter-gatewayapi.readthedocs.io/en/latest/",
  fires: objects(""),
  silent: objects(", {name: menu-canary, port: 80}"),
  *run(rollout, mesh) {
    const traffic = apiTrafficOf(rollout);
    yield* each(traffic?.routes ?? [], (route) => judge(mesh, route, traffic?.services ?? []));
  },
});
