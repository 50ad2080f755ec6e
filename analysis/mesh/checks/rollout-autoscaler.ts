import { check } from "../check";
import { fields } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";

const objects = (kind: string): string => `apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: fares${kind === "Deployment" ? " # found" : ""}
  namespace: metro
spec:
  selector: {matchLabels: {app: fares}}
  template:
    metadata: {labels: {app: fares}}
    spec: {containers: [{name: fares}]}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: fares, namespace: metro}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: ${kind}, name: fares}
  maxReplicas: 9
`;

/** An autoscaler of the Deployment that a Rollout has taken the place of. */
export const rolloutAutoscaler = check({
  id: "rollout-autoscaler",
  code: "MESH0178",
  aliases: [],
  level: "warning",
  kinds: [Kind.Rollout],
  summary:
    "An autoscaler scales a Deployment that is not there, where there is a Rollout of its name.",
  why: "Nothing is scaled: the Rollout keeps its number of Pods, whatever the load is.",
  fix: "Write apiVersion argoproj.io/v1alpha1 and kind Rollout in scaleTargetRef.",
  url: "https://argo-rollouts.readthedocs.io/en/stable/features/hpa-support/",
  fires: objects("Deployment"),
  silent: objects("Rollout"),
  *run({ id }, mesh) {
    const { namespace, name } = id;
    if (mesh.set.find(Kind.Deployment, namespace, name) !== undefined) {
      return;
    }
    const scaler = mesh.set.inNamespace(namespace).find(({ object }) => {
      const target = fields(fields(object.spec).scaleTargetRef);
      return target.kind === "Deployment" && target.name === name;
    });
    if (scaler !== undefined) {
      yield {
        path: "metadata.name",
        message: `${objectWords(scaler.id)} scales Deployment ${name}, which is not there`,
        related: [scaler.id],
      };
    }
  },
});
