import { annotatedKinds } from "../annotated-kinds";
import { check } from "../check";
import { annotationsOf } from "../model/annotations";
import { podKinds } from "../model/workloads";
import { listed } from "../words";

const runsPods = (kind: string): boolean => podKinds.some((one) => one.split(".")[0] === kind);

/** An annotation of Istio's on an object of another kind than it is for. */
export const annotationMisplaced = check({
  id: "annotation-misplaced",
  code: "IST0107",
  aliases: [],
  level: "warning",
  kinds: annotatedKinds,
  summary: "An annotation of Istio's stands on an object of a kind that it is not for.",
  why: "Nobody reads it there: what it is to bring about does not happen.",
  fix: "Move it; one for Pods belongs into spec.template.metadata.annotations.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0107/",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: train
  namespace: town
  annotations:
    sidecar.istio.io/proxyCPU: 100m # found
spec:
  template:
    metadata: {labels: {app: train}}
    spec: {containers: [{name: train}]}
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: train, namespace: town}
spec:
  template:
    metadata: {labels: {app: train}, annotations: {sidecar.istio.io/proxyCPU: 100m}}
    spec: {containers: [{name: train}]}
`,
  *run(object, mesh) {
    for (const { name, path, kind, known } of annotationsOf(object, mesh)) {
      if (known && !known.on.includes("Any") && !known.on.includes(kind)) {
        const inTemplate = known.on.includes("Pod") && runsPods(kind);
        yield {
          path,
          message: `${name} is for ${listed(known.on)}, not for ${kind}${inTemplate ? "; write it into the template of the Pods" : ""}`,
        };
      }
    }
  },
});
