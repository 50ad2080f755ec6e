import { check, type Verdict } from "../check";
import { fields, number } from "../fields";
import { Kind } from "../kinds";

/** Fields of the fewest and the most Pods, by the kind of an autoscaler. */
const bounds = [
  ["minReplicas", "maxReplicas"],
  ["minReplicaCount", "maxReplicaCount"],
] as const;

const objects = (most: string): string => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: looms, namespace: mill}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: looms}
  minReplicas: 4
  maxReplicas: ${most}
`;

/** An autoscaler with fewer Pods at most than at least. */
export const autoscalerBounds = check({
  id: "autoscaler-bounds",
  code: "MESH0438",
  aliases: [],
  level: "error",
  kinds: [Kind.HorizontalAutoscaler, Kind.ScaledObject],
  summary: "The most Pods that an autoscaler runs are fewer than the fewest.",
  why: "The API server or KEDA refuses the object, and nothing is scaled.",
  fix: "Let the maximum be the minimum or more.",
  url: "https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/",
  fires: objects("2 # found"),
  silent: objects("4"),
  *run({ object }): Iterable<Verdict> {
    const spec = fields(object.spec);
    for (const [fewest, most] of bounds) {
      const [low, high] = [number(spec[fewest]), number(spec[most])];
      if (low !== undefined && high !== undefined && high < low) {
        yield { path: `spec.${most}`, message: `${high} is less than ${fewest}, ${low}` };
      }
    }
  },
});
