import type { FieldSentences } from "./field-sentence";

export const sidecarNetworking: FieldSentences = {
  "spec.workloadSelector": {
    text: "Workloads that the settings are for, by label.",
    default: "all of the namespace",
  },
  "spec.egress": {
    text: "What the proxies may reach, and how.",
  },
  "spec.ingress": {
    text: "Ports on which the proxies accept requests.",
  },
  "spec.outboundTrafficPolicy": {
    text: "What happens to requests for hosts that the mesh does not know.",
  },
  "spec.egress.hosts": {
    text: "Services to be reached, as `namespace/host`; `./*` is the own namespace, `*/*` all.",
  },
};
