import type { FieldSentences } from "./field-sentence";

export const peerAuthenticationSecurity: FieldSentences = {
  "spec.selector": {
    text: "Workloads that the policy is for, by label.",
    default: "all of the namespace, or of the mesh in the root namespace",
  },
  "spec.mtls": {
    text: "Mutual TLS that the workloads ask for.",
  },
  "spec.mtls.mode": {
    text: "`STRICT` takes mutual TLS only, `PERMISSIVE` plain text too, `DISABLE` plain text only, `UNSET` what the wider policy says.",
    default: "UNSET",
  },
  "spec.portLevelMtls": {
    text: "Modes for single ports of the workload (not of its Service).",
  },
  "spec.selector.matchLabels": {
    text: "Labels that a pod or VM has to carry, all of them.",
  },
};
