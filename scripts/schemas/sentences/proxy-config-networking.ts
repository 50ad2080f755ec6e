import type { FieldSentences } from "./field-sentence";

export const proxyConfigNetworking: FieldSentences = {
  "spec.concurrency": {
    text: "Worker threads of the proxy; 0 takes all cores. Holds for Pods started afterwards.",
    default: "from the CPU limit",
  },
  "spec.environmentVariables": {
    text: "Further variables for the proxy; those named `ISTIO_META_…` also reach istiod.",
  },
  "spec.image": {
    text: "Which build of the proxy is injected.",
  },
  "spec.selector": {
    text: "Workloads that the settings are for, by label.",
    default: "all of the namespace",
  },
  "spec.image.imageType": {
    text: "Variant of the image, e.g. `default`, `debug` or `distroless`; others have to be in the hub.",
  },
  "spec.selector.matchLabels": {
    text: "Labels that a Pod has to carry, all of them.",
  },
};
