import { deployment, meshCases, service } from "../../../test/support/mesh-cases";
import { rolloutAutoscaler } from "./rollout-autoscaler";
import { rolloutBesideDeployment } from "./rollout-beside-deployment";
import { rolloutManagedRoutes } from "./rollout-managed-routes";
import { rolloutServicesFit } from "./rollout-services";

const rollout = (
  strategy: string,
  template = "template: {metadata: {labels: {app: web, tier: a}}}",
) => `---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: web, namespace: shop}
spec: {${template}, strategy: {${strategy}}}
`;
const selecting = (name: string, selector: string) =>
  service("shop", name).replace(`{app: ${name}}`, `{${selector}}`);
const two = selecting("old", "app: web") + selecting("new", "app: web");
const canary = (more = "") => `canary: {stableService: old, canaryService: new${more}}`;
const path = "Rollout web spec.strategy";

meshCases(rolloutServicesFit, {
  "takes two that select the Pods": { yaml: two + rollout(canary()) },
  "finds one Service twice": {
    yaml: two + rollout("canary: {stableService: old, canaryService: old}"),
    says: [`error ${path}.canary.canaryService`],
    messages: ["old is stableService too: old and new Pods need a Service each"],
  },
  "finds it in a strategy of two colours": {
    yaml: two + rollout("blueGreen: {activeService: old, previewService: old}"),
    says: [`error ${path}.blueGreen.previewService`],
  },
  "finds a Service of other Pods": {
    yaml: selecting("old", "app: web, tier: b") + selecting("new", "app: web") + rollout(canary()),
    says: [`error ${path}.canary.stableService`],
    messages: ["Service old.shop selects tier=b, and the Rollout's Pods have app=web,tier=a"],
    related: [["Service old.shop"]],
  },
  "takes what Argo adds to selectors, and what the Rollout gives its Pods": {
    yaml:
      selecting("old", "app: web, rollouts-pod-template-hash: abc, role: stable") +
      selecting("new", "app: web, role: canary") +
      rollout(
        canary(
          ", stableMetadata: {labels: {role: stable}}, canaryMetadata: {labels: {role: canary}}",
        ),
      ),
  },
  "reads the template of a Deployment": {
    yaml:
      two +
      rollout(canary(), "workloadRef: {kind: Deployment, name: d}") +
      "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d, namespace: shop}\nspec: {template: {metadata: {labels: {app: wab}}}}\n",
    says: [`error ${path}.canary.stableService`, `error ${path}.canary.canaryService`],
  },
  "takes a template that is not declared": {
    yaml: two + rollout(canary(), "workloadRef: {kind: Deployment, name: d}"),
  },
  "takes Services that are not declared": { yaml: rollout(canary()) },
});

const steps = (names: string, step: string) =>
  rollout(
    `canary: {trafficRouting: {managedRoutes: [${names}]}, steps: [{setWeight: 1}, ${step}]}`,
  );
const set = "error Rollout web spec.strategy.canary.steps[1]";

meshCases(rolloutManagedRoutes, {
  "finds a route that may not be made": {
    yaml: steps("{name: beta}", "{setHeaderRoute: {name: bta}}"),
    says: [`${set}.setHeaderRoute.name = "beta"`],
    messages: ['"bta" is none of trafficRouting.managedRoutes: "beta"; did you mean "beta"?'],
  },
  "finds one of a mirror, where there are none": {
    yaml: steps("", "{setMirrorRoute: {name: copy}}"),
    says: [`${set}.setMirrorRoute.name`],
    messages: ['"copy" is none of trafficRouting.managedRoutes: there are none'],
  },
  "takes one that may": { yaml: steps("{name: beta}", "{setHeaderRoute: {name: beta}}") },
  "takes other steps": { yaml: steps("", "{pause: {}}") },
});

const scaler = (kind: string, name = "web") => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: h, namespace: shop}
spec: {scaleTargetRef: {kind: ${kind}, name: ${name}}}
`;
const pods = (more = "", name = "web", labels = "app: web") =>
  deployment("shop", name, labels, { more });

meshCases(rolloutAutoscaler, {
  "finds one of a Deployment that is not there": {
    yaml: rollout(canary()) + scaler("Deployment"),
    says: ["warning Rollout web metadata.name"],
    messages: ["HorizontalPodAutoscaler h.shop scales Deployment web, which is not there"],
    related: [["HorizontalPodAutoscaler h.shop"]],
  },
  "takes one of a Deployment that is there": {
    yaml: rollout(canary()) + scaler("Deployment") + pods(),
  },
  "takes one of the Rollout, or of others": {
    yaml:
      rollout(canary()) +
      scaler("Rollout") +
      scaler("Deployment", "other").replace("name: h", "name: i"),
  },
});

const owning = (more = "", labels = "app: web") =>
  rollout(canary(), `selector: {matchLabels: {${labels}}}${more}`);
const left = "warning Rollout web metadata.name";

meshCases(rolloutBesideDeployment, {
  "finds one of the same name and Pods": {
    yaml: owning() + pods(),
    says: [left],
    messages: ["Deployment web.shop runs Pods with the same labels"],
    related: [["Deployment web.shop"]],
  },
  "finds one whose template the Rollout runs": {
    yaml: owning(", workloadRef: {kind: Deployment, name: old}") + pods("replicas: 2, ", "old"),
    says: [left],
  },
  "takes one that runs none": {
    yaml: owning(", workloadRef: {kind: Deployment, name: old}") + pods("replicas: 0, ", "old"),
  },
  "takes one that Argo scales down": {
    yaml:
      owning(", workloadRef: {kind: Deployment, name: old, scaleDown: onsuccess}") +
      pods("", "old"),
  },
  "takes other Pods, and another name": {
    yaml: owning() + pods("", "web", "app: other") + pods("", "old"),
  },
  "takes a Rollout without a selector": { yaml: rollout(canary()) + pods() },
});
