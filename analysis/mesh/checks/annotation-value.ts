import { annotatedKinds } from "../annotated-kinds";
import { check } from "../check";
import { annotationProblem } from "../model/annotation-values";
import { annotationsOf } from "../model/annotations";

/** An annotation of Istio's with a value that the injector refuses. */
export const annotationValue = check({
  id: "annotation-value",
  code: "IST0125",
  aliases: [],
  level: "warning",
  kinds: annotatedKinds,
  summary: "An annotation of Istio's has a value that the injector refuses.",
  why: "The Pods are not made: the injector answers with an error.",
  fix: "Write a value of the form that the message names.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0125/",
  fires: `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly, namespace: night}
spec:
  jobTemplate:
    spec:
      template:
        metadata:
          labels: {app: nightly}
          annotations:
            traffic.sidecar.istio.io/excludeOutboundPorts: 5432,sql # found
        spec: {containers: [{name: nightly}]}
`,
  silent: `apiVersion: batch/v1
kind: CronJob
metadata: {name: nightly, namespace: night}
spec:
  jobTemplate:
    spec:
      template:
        metadata:
          labels: {app: nightly}
          annotations:
            traffic.sidecar.istio.io/excludeOutboundPorts: "5432, 6379"
            traffic.sidecar.istio.io/includeInboundPorts: "*"
            traffic.sidecar.istio.io/excludeInboundPorts: ""
            proxy.istio.io/config: "holdApplicationUntilProxyStarts: true"
            prometheus.istio.io/merge-metrics: "false"
        spec: {containers: [{name: nightly}]}
`,
  *run(object, mesh) {
    for (const { name, value, path, kind, known } of annotationsOf(object, mesh)) {
      const problem = known?.on.includes(kind) ? annotationProblem(name, value) : undefined;
      if (problem !== undefined) {
        yield {
          path,
          message: problem.startsWith('"') ? problem : `${JSON.stringify(value)} ${problem}`,
        };
      }
    }
  },
});
