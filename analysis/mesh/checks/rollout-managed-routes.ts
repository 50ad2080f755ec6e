import { check } from "../check";
import { fields, list, text } from "../fields";
import { Kind } from "../kinds";
import { slip } from "../slip";
import { listed, quoted } from "../words";

const objects = (routes: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: poems, namespace: verse}
spec:
  selector: {matchLabels: {app: poems}}
  template:
    metadata: {labels: {app: poems}}
    spec: {containers: [{name: poems}]}
  strategy:
    canary:
      stableService: poems
      canaryService: poems-next
      trafficRouting:${routes}
        istio: {virtualService: {name: poems}}
      steps:
      - setHeaderRoute:
          name: testers${routes === "" ? " # found" : ""}
          match: [{headerName: x-tester, headerValue: {exact: "yes"}}]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: poems, namespace: verse}
spec:
  hosts: [poems]
  http:
  - route:
    - {destination: {host: poems}, weight: 100}
    - {destination: {host: poems-next}, weight: 0}
---
apiVersion: v1
kind: Service
metadata: {name: poems, namespace: verse}
spec: {ports: [{port: 80, name: http}], selector: {app: poems}}
---
apiVersion: v1
kind: Service
metadata: {name: poems-next, namespace: verse}
spec: {ports: [{port: 80, name: http}], selector: {app: poems}}
`;

/** A step of a Rollout that sets a route which it may not make. */
export const rolloutManagedRoutes = check({
  id: "rollout-managed-routes",
  code: "MESH0166",
  aliases: [],
  level: "error",
  kinds: [Kind.Rollout],
  summary: "A step of a Rollout sets a route that is not under managedRoutes.",
  why: "Argo Rollouts refuses such a specification (InvalidSpec): it does not go on, and the new version is not run.",
  fix: "Write the route's name under `trafficRouting.managedRoutes`.",
  url: "https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/#traffic-routing-based-on-a-header-values-for-canary",
  fires: objects(""),
  silent: objects("\n        managedRoutes: [{name: testers}]"),
  *run({ object }) {
    const canary = fields(fields(fields(object.spec).strategy).canary);
    const names = list(fields(canary.trafficRouting).managedRoutes).flatMap(
      ({ name }) => text(name) ?? [],
    );
    for (const [i, step] of list(canary.steps).entries()) {
      for (const field of ["setHeaderRoute", "setMirrorRoute"]) {
        const name = text(fields(step[field]).name);
        if (name !== undefined && !names.includes(name)) {
          const path = `spec.strategy.canary.steps[${i}].${field}.name`;
          const { hint, fix } = slip(path, name, names);
          yield {
            path,
            message: `${quoted(name)} is none of trafficRouting.managedRoutes: ${listed(names.map(quoted)) || "there are none"}${hint}`,
            ...fix,
          };
        }
      }
    }
  },
});
