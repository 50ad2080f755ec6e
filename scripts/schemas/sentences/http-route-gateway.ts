import type { FieldSentences } from "./field-sentence";

export const httpRouteGateway: FieldSentences = {
  "spec.parentRefs": {
    text: "Gateways, or with `kind: Service` the services in the mesh, whose requests these rules are for.",
  },
  "spec.hostnames": {
    text: "Hosts of the requests.",
    default: "all of the parent's",
  },
  "spec.rules": {
    text: "Rules, the most specific match counts.",
  },
  "spec.rules.matches": {
    text: "When the rule is taken: one of the entries fits.",
  },
  "spec.rules.filters": {
    text: "Changes to requests and responses, redirects, mirrors.",
  },
  "spec.rules.backendRefs": {
    text: "Services, with their shares of the requests.",
  },
  "spec.rules.backendRefs.weight": {
    text: "Share of the requests, in proportion to the sum of all weights; 0 sends none.",
  },
  "spec.rules.backendRefs.port": {
    text: "Port of the Service.",
  },
  "spec.rules.timeouts.request": {
    text: "How long the whole request may take; `0s` is no limit.",
  },
  "spec.rules.timeouts.backendRequest": {
    text: "How long each try may take.",
  },
};
