import { deployment, gatewayApiObject, meshCases } from "../../../test/support/mesh-cases";
import { autoscalerBounds } from "./autoscaler-bounds";
import { autoscalerMetric } from "./autoscaler-metric";
import { autoscalerTarget } from "./autoscaler-target";
import { disruptionBudget } from "./disruption-budget";

const object = (apiVersion: string, kind: string, spec: string) => `---
apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: own, namespace: mill}
spec: ${spec}
`;
const scaler = (target: string, more = "") =>
  object(
    "autoscaling/v2",
    "HorizontalPodAutoscaler",
    `{scaleTargetRef: ${target}, maxReplicas: 3${more}}`,
  );
const scaled = (target: string) =>
  object("keda.sh/v1alpha1", "ScaledObject", `{scaleTargetRef: ${target}, triggers: []}`);
const looms = deployment("mill", "looms", "app: looms");
const pods = (container: string, more = "") => `---
apiVersion: apps/v1
kind: Deployment
metadata: {name: looms, namespace: mill}
spec: {template: {metadata: {labels: {app: looms}}, spec: {containers: [${container}]${more}}}}
`;

meshCases(autoscalerTarget, {
  "takes a Deployment where no kind is written": { yaml: looms + scaled("{name: looms}") },
  "finds a Deployment that KEDA misses": {
    yaml: looms + scaled("{name: looms-web}"),
    says: ["error ScaledObject own spec.scaleTargetRef.name"],
  },
  "finds that the name is of another kind": {
    yaml: looms + scaler("{kind: StatefulSet, name: looms}"),
    says: ["error HorizontalPodAutoscaler own spec.scaleTargetRef.kind"],
    messages: ["there is no StatefulSet looms in namespace mill; looms is a Deployment"],
  },
  "takes the Deployment that istiod makes for a Gateway": {
    yaml:
      gatewayApiObject(
        "Gateway",
        "mill",
        "gate",
        "{gatewayClassName: istio, listeners: [{name: a, port: 80, protocol: HTTP}]}",
      ) + scaler("{kind: Deployment, name: gate-istio}"),
  },
  "reads the target of a vertical autoscaler": {
    yaml:
      looms +
      object(
        "autoscaling.k8s.io/v1",
        "VerticalPodAutoscaler",
        "{targetRef: {kind: Deployment, name: loom}}",
      ),
    says: ['error VerticalPodAutoscaler own spec.targetRef.name = "looms"'],
  },
  "does not know where no Deployment is declared": {
    yaml: scaler("{kind: Deployment, name: looms}"),
    says: ["not declared: Deployment looms.mill"],
  },
  "leaves kinds of others alone": { yaml: looms + scaler("{kind: Cluster, name: pg}") },
});

const cpu =
  ", metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 80}}}]";
const ofContainer = (name: string) =>
  `, metrics: [{type: ContainerResource, containerResource: {name: cpu, container: ${name}, target: {type: Utilization, averageUtilization: 80}}}]`;
const target = "{kind: Deployment, name: looms}";

meshCases(autoscalerMetric, {
  "takes a limit for a request": {
    yaml: pods("{name: a, resources: {limits: {cpu: 1}}}") + scaler(target, cpu),
  },
  "finds a container that asks for nothing beside one that does": {
    yaml: pods("{name: a, resources: {requests: {cpu: 1}}}, {name: b}") + scaler(target, cpu),
    says: ["warning HorizontalPodAutoscaler own spec.metrics[0].type"],
    messages: [
      "container b of Deployment looms.mill asks for no cpu, of which a part is to be counted",
    ],
  },
  "counts one container alone": {
    yaml:
      pods("{name: a, resources: {requests: {cpu: 1}}}, {name: b}") +
      scaler(target, ofContainer("a")),
  },
  "finds a container that is not there": {
    yaml: pods("{name: a, resources: {requests: {cpu: 1}}}") + scaler(target, ofContainer("c")),
    says: ["warning HorizontalPodAutoscaler own spec.metrics[0].containerResource.container"],
  },
  "takes the container of the sidecar": {
    yaml: pods("{name: a}") + scaler(target, ofContainer("istio-proxy")),
  },
  "leaves amounts to a LimitRange": {
    yaml: pods("{name: a}") + scaler(target, cpu) + object("v1", "LimitRange", "{limits: []}"),
  },
  "leaves amounts to the Pod": {
    yaml: pods("{name: a}", ", resources: {requests: {cpu: 1}}") + scaler(target, cpu),
  },
  "takes an average": {
    yaml:
      pods("{name: a}") +
      scaler(
        target,
        ", metrics: [{type: Resource, resource: {name: cpu, target: {type: AverageValue, averageValue: 1}}}]",
      ),
  },
});

const budget = (spec: string) => object("policy/v1", "PodDisruptionBudget", `{${spec}}`);
const chosen = "selector: {matchLabels: {app: looms}}";

meshCases(disruptionBudget, {
  "finds that all Pods are to stay": {
    yaml: looms + budget(`minAvailable: 100%, ${chosen}`),
    says: ["warning PodDisruptionBudget own spec.minAvailable"],
    messages: [
      "100% of the Pods of Deployment looms.mill are to stay, so that none may be evicted",
    ],
  },
  "counts one Pod where no number is written": {
    yaml: looms + budget(`minAvailable: 1, ${chosen}`),
    says: ["warning PodDisruptionBudget own spec.minAvailable"],
    messages: ["1 of 1 Pods of Deployment looms.mill are to stay, so that none may be evicted"],
  },
  "leaves the number to an autoscaler": {
    yaml: looms + budget(`minAvailable: 1, ${chosen}`) + scaler(target),
  },
  "takes a part": { yaml: looms + budget(`minAvailable: 50%, ${chosen}`) },
  "takes maxUnavailable": { yaml: looms + budget(`maxUnavailable: 1, ${chosen}`) },
  "leaves Pods alone of which none is to run": {
    yaml:
      deployment("mill", "looms", "app: looms", { more: "replicas: 0, " }) +
      budget(`minAvailable: 1, ${chosen}`),
  },
  "finds labels that no Pods have": {
    yaml: looms + budget("minAvailable: 1, selector: {matchLabels: {app: loom}}"),
    says: ['warning PodDisruptionBudget own spec.selector.matchLabels = "looms"'],
  },
  "leaves Pods of operators alone": {
    yaml: looms + budget("minAvailable: 1, selector: {matchLabels: {cluster: pg}}"),
    says: ["not declared: Pods with cluster=pg in mill"],
  },
});

meshCases(autoscalerBounds, {
  "finds fewer Pods at most than at least with KEDA": {
    yaml: object("keda.sh/v1alpha1", "ScaledObject", "{minReplicaCount: 3, maxReplicaCount: 2}"),
    says: ["error ScaledObject own spec.maxReplicaCount"],
    messages: ["2 is less than minReplicaCount, 3"],
  },
  "takes none at least": {
    yaml: object("keda.sh/v1alpha1", "ScaledObject", "{minReplicaCount: 0, maxReplicaCount: 1}"),
  },
});
