import type { FieldSentences } from "./field-sentence";

export const udpRouteGateway: FieldSentences = {
  "spec.parentRefs": {
    text: "Gateways, or with `kind: Service` the services in the mesh, whose packets these rules are for.",
  },
  "spec.rules": {
    text: "Where the packets go.",
  },
  "spec.parentRefs.group": {
    text: 'API group of the parent; a Service needs the empty text `""`.',
  },
  "spec.parentRefs.kind": {
    text: "Kind of the parent, `Gateway` or for the mesh `Service`.",
  },
  "spec.parentRefs.name": {
    text: "Name of the parent.",
  },
  "spec.parentRefs.namespace": {
    text: "Namespace of the parent; a gateway of another one has to allow the route.",
    default: "namespace of this object",
  },
  "spec.parentRefs.port": {
    text: "Port of the parent that the route is for; together with `sectionName` both have to fit.",
    default: "all ports",
  },
  "spec.parentRefs.sectionName": {
    text: "Listener of the gateway, or named port of the Service, that the route is for.",
    default: "the whole parent",
  },
  "spec.rules.backendRefs": {
    text: "Services, with their shares of the packets; those of an invalid one are dropped.",
  },
  "spec.rules.name": {
    text: "Name of the rule, unique within the route.",
  },
  "spec.rules.backendRefs.group": {
    text: "API group of the backend; empty for a Service.",
  },
  "spec.rules.backendRefs.kind": {
    text: "Kind of the backend.",
  },
  "spec.rules.backendRefs.name": {
    text: "Name of the backend.",
  },
  "spec.rules.backendRefs.namespace": {
    text: "Namespace of the backend; another one needs a ReferenceGrant there.",
    default: "namespace of this object",
  },
  "spec.rules.backendRefs.port": {
    text: "Port of the Service, not of its pods; needed when the backend is a Service.",
  },
  "spec.rules.backendRefs.weight": {
    text: "Share of the packets, in proportion to the sum of all weights; 0 sends none.",
  },
};
