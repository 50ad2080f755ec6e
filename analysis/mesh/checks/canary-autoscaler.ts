import { check } from "../check";
import { fields, text } from "../fields";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";

const objects = (more: string): string => `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: loans, namespace: library}
spec:
  targetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: loans${more === "" ? " # found" : more}
  service: {port: 80}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: loans, namespace: library}
spec:
  selector: {matchLabels: {app: loans}}
  template:
    metadata: {labels: {app: loans}}
    spec: {containers: [{name: loans, ports: [{containerPort: 80}]}]}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: loans, namespace: library}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: loans}
  maxReplicas: 9
`;

/** An autoscaler of a workload from which Flagger takes all Pods. */
export const canaryAutoscaler = check({
  id: "canary-autoscaler",
  code: "MESH0174",
  aliases: [],
  level: "warning",
  kinds: [Kind.Canary],
  summary: "A Canary does not name the autoscaler of its workload.",
  why: "Flagger scales the workload to none and runs a copy for all requests: that copy has no autoscaler, whatever the load is.",
  fix: "Name it as `autoscalerRef`, so that Flagger makes one for the copy too.",
  url: "https://docs.flagger.app/usage/how-it-works#canary-target",
  fires: objects(""),
  silent: objects(`
  autoscalerRef: {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, name: loans}`),
  *run({ id, object }, mesh) {
    const { targetRef, autoscalerRef } = fields(object.spec);
    const { kind, name } = fields(targetRef);
    const scalers = mesh.set.inNamespace(id.namespace).filter(({ object: one }) => {
      const target = fields(fields(one.spec).scaleTargetRef);
      return target.name !== undefined && target.name === name && target.kind === kind;
    });
    const [scaler] = scalers;
    const isNamed = scalers.some((one) => one.id.name === text(fields(autoscalerRef).name));
    if (scaler !== undefined && !isNamed) {
      yield {
        path: "spec.targetRef.name",
        message: `${objectWords(scaler.id)} scales ${kind} ${name}, and is not named as autoscalerRef`,
        related: [scaler.id],
      };
    }
  },
});
