import { gatewayApiObject, meshCases } from "../../../test/support/mesh-cases";
import { rolloutGatewayRoutes } from "./rollout-gateway-routes";

const rollout = (plugin: string) => `---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: web, namespace: shop}
spec:
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web}]}}
  strategy: {canary: {stableService: old, canaryService: new, trafficRouting: {plugins: {argoproj-labs/gatewayAPI: {${plugin}}}}}}
`;
const route = (...rules: string[]) =>
  gatewayApiObject(
    "HTTPRoute",
    "shop",
    "web",
    `{rules: [${rules
      .map(
        (names) =>
          `{backendRefs: [${names
            .split(" ")
            .map((name) => `{name: ${name}, port: 80}`)
            .join(", ")}]}`,
      )
      .join(", ")}]}`,
  );
const path = 'Rollout web spec.strategy.canary.trafficRouting.plugins["argoproj-labs/gatewayAPI"]';

meshCases(rolloutGatewayRoutes, {
  "finds a backend that is not there": {
    yaml: rollout("httpRoute: web") + route("old"),
    says: [`error ${path}.httpRoute`],
    messages: ['HTTPRoute web.shop has no backend "new": its rules lead to "old"'],
    related: [["HTTPRoute web.shop"]],
  },
  "finds both in different rules": {
    yaml: rollout("httpRoute: web") + route("old", "new"),
    says: [`error ${path}.httpRoute`],
    messages: ['no rule of HTTPRoute web.shop has both "old", "new" as backends'],
  },
  "finds one of a list": {
    yaml: rollout("httpRoutes: [{name: web}]") + route("old other"),
    says: [`error ${path}.httpRoutes[0].name`],
  },
  "offers the name that is meant": {
    yaml: rollout("httpRoute: wbe") + route("old new"),
    says: [`error ${path}.httpRoute = "web"`],
    messages: ['there is no HTTPRoute wbe in namespace shop; did you mean "web"?'],
  },
  "does not know routes of which none is declared": {
    yaml: rollout("httpRoute: web, namespace: edge") + route("old new"),
    says: ["not declared: HTTPRoute web.edge"],
  },
  "looks among routes of the kind that is named": {
    yaml: rollout("grpcRoute: web") + route("old"),
    says: ["not declared: GRPCRoute web.shop"],
  },
  "takes one rule with both": { yaml: rollout("httpRoute: web") + route("other", "old new") },
  "takes a Rollout that shifts nothing": { yaml: rollout("") + route("old") },
});
