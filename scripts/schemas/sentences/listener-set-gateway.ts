import type { FieldSentences } from "./field-sentence";

export const listenerSetGateway: FieldSentences = {
  "spec.listeners": {
    text: "Ports, protocols and hosts that are added to those of the gateway.",
  },
  "spec.parentRef": {
    text: "Gateway that gets the listeners; it has to permit this in `allowedListeners`.",
  },
  "spec.listeners.allowedRoutes": {
    text: "Kinds and namespaces of routes that may attach.",
    default: "routes of the set's own namespace that suit the protocol",
  },
  "spec.listeners.hostname": {
    text: "Host that is served, matched by SNI or `Host` header; without effect for TCP and UDP.",
    default: "every host",
  },
  "spec.listeners.name": {
    text: "Name of the listener, unique within this object; routes name it as `sectionName`.",
  },
  "spec.listeners.port": {
    text: "Port that clients connect to; listeners may share it when host or protocol tells them apart.",
  },
  "spec.listeners.protocol": {
    text: "Protocol that clients speak, e.g. `HTTP`, `HTTPS`, `TLS`, `TCP`.",
  },
  "spec.listeners.tls": {
    text: "TLS of the listener; needed for `HTTPS` and `TLS`, refused for `HTTP`, `TCP` and `UDP`.",
  },
  "spec.parentRef.group": {
    text: "API group of the parent.",
  },
  "spec.parentRef.kind": {
    text: "Kind of the parent.",
  },
  "spec.parentRef.name": {
    text: "Name of the parent.",
  },
  "spec.parentRef.namespace": {
    text: "Namespace of the parent.",
    default: "namespace of this object",
  },
  "spec.listeners.allowedRoutes.kinds": {
    text: "Kinds of routes that may attach; they have to suit the protocol.",
    default: "all that suit the protocol",
  },
  "spec.listeners.allowedRoutes.namespaces": {
    text: "Namespaces whose routes may attach.",
    default: "the set's own",
  },
  "spec.listeners.tls.certificateRefs": {
    text: "Secrets with the certificates.",
  },
  "spec.listeners.tls.mode": {
    text: "Whether TLS ends here or goes through untouched; certificates are ignored in the latter case.",
  },
  "spec.listeners.tls.options": {
    text: "Further TLS settings by prefixed key, e.g. `gateway.istio.io/tls-terminate-mode: MUTUAL`.",
  },
  "spec.listeners.allowedRoutes.kinds.group": {
    text: "API group of the route.",
  },
  "spec.listeners.allowedRoutes.kinds.kind": {
    text: "Kind of the route, e.g. `HTTPRoute`.",
  },
  "spec.listeners.allowedRoutes.namespaces.from": {
    text: "Whether routes of all namespaces, of selected ones or only of the set's own may attach.",
  },
  "spec.listeners.allowedRoutes.namespaces.selector": {
    text: "Namespaces by label; needed with `from: Selector`, ignored otherwise.",
  },
  "spec.listeners.tls.certificateRefs.group": {
    text: "API group of the object; empty for core kinds such as Secret.",
  },
  "spec.listeners.tls.certificateRefs.kind": {
    text: "Kind of the object with certificate and key.",
  },
  "spec.listeners.tls.certificateRefs.name": {
    text: "Name of the object with certificate and key.",
  },
  "spec.listeners.tls.certificateRefs.namespace": {
    text: "Namespace of the object; another one needs a ReferenceGrant there.",
    default: "namespace of this object",
  },
  "spec.listeners.allowedRoutes.namespaces.selector.matchExpressions": {
    text: "Conditions on labels, all of which have to fit.",
  },
  "spec.listeners.allowedRoutes.namespaces.selector.matchLabels": {
    text: "Labels that the namespace has to carry, all of them.",
  },
  "spec.listeners.allowedRoutes.namespaces.selector.matchExpressions.key": {
    text: "Label that is looked at.",
  },
  "spec.listeners.allowedRoutes.namespaces.selector.matchExpressions.operator": {
    text: "How the label is judged: `In`, `NotIn`, `Exists` or `DoesNotExist`.",
  },
  "spec.listeners.allowedRoutes.namespaces.selector.matchExpressions.values": {
    text: "Values for `In` and `NotIn`; stays empty for the other operators.",
  },
};
