import { proxyResources as annotationNames } from "../../../values/known-names";
import { quantityAmount } from "../../../values/quantity";
import { check } from "../check";
import { podKinds } from "../model/workloads";

const pods = (limit: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: {name: oven, namespace: bread}
spec:
  template:
    metadata:
      labels: {app: oven}
      annotations:
        sidecar.istio.io/proxyCPU: 500m
        sidecar.istio.io/proxyCPULimit: ${limit}
    spec: {containers: [{name: oven}]}
`;

/** A sidecar that asks for more than it may take. */
export const proxyResources = check({
  id: "proxy-resources",
  code: "MESH0240",
  aliases: [],
  level: "error",
  kinds: podKinds,
  summary: "Annotations ask for more CPU or memory for the sidecar than they let it take.",
  why: "The API server refuses Pods in which a container asks for more than its limit: none is made.",
  fix: "Write a limit that is at least the request.",
  url: "https://istio.io/latest/docs/reference/config/annotations/#SidecarProxyCPULimit",
  fires: pods("250m # found"),
  silent: pods('"1"'),
  *run({ id }, mesh) {
    for (const { annotations, labelsPath } of mesh.workloadsOf(id)) {
      for (const { request, limit } of Object.values(annotationNames)) {
        const [asked = "", most = ""] = [annotations[request], annotations[limit]];
        const excess = (quantityAmount(asked) ?? 0) > (quantityAmount(most) ?? Infinity);
        if (excess) {
          yield {
            path: `${labelsPath.replace("labels", "annotations")}["${limit}"]`,
            message: `${most} is less than ${asked}, which ${request} asks for`,
          };
        }
      }
    }
  },
});
