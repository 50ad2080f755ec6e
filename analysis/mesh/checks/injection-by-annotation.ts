import { podInjectionLabel } from "../../../values/known-names";
import { check } from "../check";
import { podKinds } from "../model/workloads";

const objects = (field: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: meadow}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: clover, namespace: meadow}
spec:
  template:
    metadata:
      labels: {app: clover}
      annotations:
        note: spring
${field}    spec: {containers: [{name: clover}]}
`;

/** Pods that ask for a sidecar by what no webhook looks at. */
export const injectionByAnnotation = check({
  id: "injection-by-annotation",
  code: "MESH0249",
  aliases: [],
  level: "warning",
  kinds: podKinds,
  summary: "Pods ask for a sidecar by an annotation, in a namespace that is not injected.",
  why: "The API server asks the injector by labels, of the namespace or of the Pods: nobody reads the annotation, and the Pods have no sidecar.",
  fix: 'Write sidecar.istio.io/inject: "true" as a label of the Pods.',
  url: "https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/#controlling-the-injection-policy",
  fires: objects(`        ${podInjectionLabel}: "true" # found
`),
  silent: objects("").replace(
    "labels: {app: clover}",
    `labels: {app: clover, ${podInjectionLabel}: "true"}`,
  ),
  *run({ id }, mesh) {
    for (const { annotations, labels, labelsPath, namespace, mode } of mesh.workloadsOf(id)) {
      const isUnread =
        annotations[podInjectionLabel] === "true" &&
        labels[podInjectionLabel] === undefined &&
        mode === "none" &&
        mesh.namespaces.get(namespace)?.declared === true;
      if (isUnread) {
        yield {
          path: `${labelsPath.replace("labels", "annotations")}["${podInjectionLabel}"]`,
          message: `no injector is asked about namespace ${namespace}, and none looks at annotations of Pods; write it as a label`,
        };
      }
    }
  },
});
