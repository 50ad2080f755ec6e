import { deployment, meshCases, namespace } from "../../../test/support/mesh-cases";
import { annotationUnknown } from "./annotation-unknown";
import { labelMisplaced } from "./label-misplaced";

const labelled = (labels: string, ofPods = "") =>
  deployment("a", "w", `app: w${ofPods}`).replace(
    "namespace: a}",
    `namespace: a, labels: {${labels}}}`,
  );
const at = (label: string) => [`warning Deployment w metadata.labels["${label}"]`];
const ambient = namespace("a", "istio.io/dataplane-mode: ambient");

meshCases(labelMisplaced, {
  "finds Pods that are to be in the mesh": {
    yaml: namespace("a") + labelled('sidecar.istio.io/inject: "true"'),
    says: at("sidecar.istio.io/inject"),
  },
  "finds Pods that are to be out of it": {
    yaml: namespace("a", "istio-injection: enabled") + labelled('sidecar.istio.io/inject: "false"'),
    says: at("sidecar.istio.io/inject"),
  },
  "finds Pods that are to be out of ambient": {
    yaml: ambient + labelled("istio.io/dataplane-mode: none"),
    says: at("istio.io/dataplane-mode"),
  },
  "finds Pods that are to use a waypoint": {
    yaml: ambient + labelled("istio.io/use-waypoint: y"),
    says: at("istio.io/use-waypoint"),
  },
  "takes what the namespace says already": {
    yaml:
      namespace("a", "istio.io/dataplane-mode: ambient, istio.io/use-waypoint: y") +
      labelled("istio.io/dataplane-mode: ambient, istio.io/use-waypoint: y") +
      namespace("b", "istio-injection: enabled") +
      labelled('sidecar.istio.io/inject: "true"').replaceAll("namespace: a", "namespace: b"),
  },
  "takes what the Pods say": {
    yaml:
      namespace("a") +
      labelled('sidecar.istio.io/inject: "true"', ', sidecar.istio.io/inject: "false"'),
  },
  "takes a Pod by itself": {
    yaml:
      namespace("a") +
      `---
apiVersion: v1
kind: Pod
metadata: {name: p, namespace: a, labels: {sidecar.istio.io/inject: "true"}}
spec: {containers: [{name: p}]}
`,
  },
});

meshCases(annotationUnknown, {
  "finds the oldest label among annotations": {
    yaml: namespace("a").replace("labels: {}", "annotations: {istio-injection: enabled}"),
    says: ["warning Namespace a metadata.annotations.istio-injection"],
    messages: ["istio-injection is a label; nobody reads it as an annotation"],
  },
});
