import { check } from "../check";
import { Kind } from "../kinds";

const nativeSidecar = "sidecar.istio.io/nativeSidecar";

const job = (annotations: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: mill, labels: {istio-injection: enabled}}
---
apiVersion: batch/v1
kind: Job
metadata: {name: grind, namespace: mill}
spec:
  template:
    metadata:
      labels: {app: grind}
      annotations:
        ${annotations}
    spec:
      restartPolicy: Never
      containers: [{name: grind, image: "grind:1", command: [/grind]}]
`;

/** Whether a text of the Pod asks the proxy to end: its agent listens for that at port 15020. */
const endsProxy = (pod: unknown): boolean => JSON.stringify(pod).includes("quitquitquit");

/** A Job whose sidecar never ends. */
export const jobSidecar = check({
  id: "job-sidecar",
  code: "MESH0241",
  aliases: [],
  level: "warning",
  kinds: [Kind.Job, Kind.CronJob],
  summary:
    "A Job has a sidecar that is a container like its own, which goes on when they have ended.",
  why: "The Pod never completes: the Job stays active, a CronJob that forbids two at once starts none any more, and what waits for it waits.",
  fix: 'Leave the annotation out or write "true", so that the proxy is a native sidecar, which ends with the Job; or let the Job ask for /quitquitquit at port 15020 at its end.',
  url: "https://istio.io/latest/docs/reference/config/annotations/#SidecarNativeSidecar",
  fires: job(`${nativeSidecar}: "false" # found`),
  silent: job(`${nativeSidecar}: "true"`),
  *run({ id }, mesh) {
    for (const { annotations, labelsPath, mode, pod } of mesh.workloadsOf(id)) {
      if (mode === "sidecar" && annotations[nativeSidecar] === "false" && !endsProxy(pod)) {
        yield {
          path: `${labelsPath.replace("labels", "annotations")}["${nativeSidecar}"]`,
          message:
            "the proxy is no native sidecar, and goes on when the containers of the Job have ended",
        };
      }
    }
  },
});
