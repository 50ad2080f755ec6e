import { check } from "../check";
import { Kind } from "../kinds";
import { isAmbient } from "../waypoint-needed";

/** A Sidecar for Pods that have none. */
export const sidecarInAmbient = check({
  id: "sidecar-in-ambient",
  code: "IST0167",
  aliases: [],
  level: "warning",
  kinds: [Kind.Sidecar],
  summary: "A Sidecar is for ambient Pods, which have no sidecar.",
  why: "ztunnel does not follow it: neither its hosts nor its policy for outbound traffic hold.",
  fix: "Take it out; what may be called is told by policies.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0167/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: lake, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata:
  name: default
  namespace: lake # found
spec: {egress: [{hosts: ["./*"]}]}
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: lake, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: boat, namespace: lake}
spec:
  template:
    metadata: {labels: {app: boat, istio.io/dataplane-mode: none, sidecar.istio.io/inject: "true"}}
    spec: {containers: [{name: boat}]}
---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: {name: boat, namespace: lake}
spec:
  workloadSelector: {labels: {app: boat}}
  egress: [{hosts: ["./*"]}]
`,
  *run({ id, spec }, mesh) {
    const labels = spec.workloadSelector?.labels;
    const pods = mesh.selected(labels ?? {}, id.namespace).filter(({ gateway }) => !gateway);
    const ambient =
      pods.length === 0
        ? labels === undefined && isAmbient(mesh, id.namespace)
        : pods.every(({ mode }) => mode === "ambient");
    if (ambient) {
      yield {
        path: labels === undefined ? "metadata.namespace" : "spec.workloadSelector.labels",
        message: `the Pods of namespace ${id.namespace} that it is for are ambient, and have no sidecar`,
        related: pods.map(({ source }) => source.id),
      };
    }
  },
});
