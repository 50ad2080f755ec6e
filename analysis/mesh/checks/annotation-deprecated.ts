import { podInjectionLabel } from "../../../values/known-names";
import { annotatedKinds } from "../annotated-kinds";
import { check } from "../check";
import { annotationsOf } from "../model/annotations";

/** An annotation that Istio is going to drop. */
export const annotationDeprecated = check({
  id: "annotation-deprecated",
  code: "IST0135",
  aliases: [],
  level: "info",
  kinds: annotatedKinds,
  summary: "An annotation of Istio's is deprecated.",
  why: "A later release may not read it any more.",
  fix: "Write what has taken its place.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0135/",
  fires: `apiVersion: v1
kind: Pod
metadata:
  name: tram
  namespace: town
  labels: {app: tram}
  annotations:
    sidecar.istio.io/inject: "true" # found
spec: {containers: [{name: tram}]}
`,
  silent: `apiVersion: v1
kind: Pod
metadata:
  name: tram
  namespace: town
  labels: {app: tram, sidecar.istio.io/inject: "true"}
  annotations:
    sidecar.istio.io/inject: "true"
spec: {containers: [{name: tram}]}
`,
  *run(object, mesh) {
    for (const { name, path, labels, known } of annotationsOf(object, mesh)) {
      // Beside the label the annotation stands for older releases.
      const isInject = name === podInjectionLabel;
      if (known?.deprecated && !(isInject && labels[podInjectionLabel] !== undefined)) {
        yield {
          path,
          message: isInject
            ? `${name} is deprecated as an annotation; write it as a label`
            : `${name} is deprecated`,
        };
      }
    }
  },
});
