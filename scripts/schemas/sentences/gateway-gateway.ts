import type { FieldSentences } from "./field-sentence";

export const gatewayGateway: FieldSentences = {
  "spec.gatewayClassName": {
    text: "Class of the gateway: `istio` for ingress, `istio-waypoint` for a waypoint.",
  },
  "spec.listeners": {
    text: "Ports, protocols and hosts that are served.",
  },
  "spec.addresses": {
    text: "Addresses that are asked for.",
  },
  "spec.listeners.tls.certificateRefs": {
    text: "Secrets with the certificates.",
  },
};
