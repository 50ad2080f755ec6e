import { check } from "../check";
import { autoscalerKinds, scaledTarget } from "../model/autoscalers";
import { Thing } from "../scope";
import { slip } from "../slip";

/** Kinds of workloads that autoscalers are for; others' objects are not known. */
const scaled: readonly string[] = ["Deployment", "StatefulSet", "ReplicaSet", "Rollout"];

const objects = (name: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: looms, namespace: mill}
spec:
  template:
    metadata: {labels: {app: looms}}
    spec: {containers: [{name: looms, resources: {requests: {cpu: 100m}}}]}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: looms, namespace: mill}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: ${name}
  maxReplicas: 9
`;

/** An autoscaler of what is not there. */
export const autoscalerTarget = check({
  id: "autoscaler-target",
  code: "MESH0425",
  aliases: [],
  level: "error",
  kinds: [...autoscalerKinds],
  summary: "An autoscaler is for a workload that does not exist.",
  why: "Nothing is scaled: the workload keeps its number of Pods, whatever the load is.",
  fix: "Write the kind and the name of a workload of the autoscaler's namespace.",
  url: "https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/",
  fires: objects("loom # found"),
  silent: objects("looms"),
  *run(autoscaler, mesh) {
    const { namespace } = autoscaler.id;
    const { path, kind, name, saysKind } = scaledTarget(autoscaler);
    if (!scaled.includes(kind) || name === "") {
      return;
    }
    const all = mesh.workloadsIn(namespace);
    // istiod runs the Pods of a Gateway as a Deployment.
    const kindOfPods = (one: (typeof all)[number]) =>
      one.source.id.kind === "Gateway" ? "Deployment" : one.source.id.kind;
    const called = all.filter((one) => one.name === name);
    const isOfRollout =
      kind === "Deployment" && saysKind && called.some((one) => kindOfPods(one) === "Rollout");
    if (called.some((one) => kindOfPods(one) === kind) || isOfRollout) {
      return;
    }
    const [other] = called;
    if (other !== undefined) {
      yield {
        path: `${path}.kind`,
        message: `there is no ${kind} ${name} in namespace ${namespace}; ${name} is a ${kindOfPods(other)}`,
        related: [other.source.id],
      };
      return;
    }
    const names = all.filter((one) => kindOfPods(one) === kind).map((one) => one.name);
    const at = `${path}.name`;
    const { hint, fix } = slip(at, name, names);
    yield names.length === 0 || !mesh.speaksFor(Thing.Workload, namespace, name)
      ? { path: at, notDeclared: `${kind} ${name}.${namespace}` }
      : {
          path: at,
          message: `there is no ${kind} ${name} in namespace ${namespace}${hint}`,
          ...fix,
        };
  },
});
