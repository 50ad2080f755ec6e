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
  "spec.allowedListeners": {
    text: "Which ListenerSets may add listeners to this gateway.",
    default: "none",
  },
  "spec.infrastructure": {
    text: "Settings of the objects that are created for the gateway, such as Deployment and Service.",
  },
  "spec.tls": {
    text: "TLS settings for the gateway as a whole, towards clients and backends.",
  },
  "spec.addresses.type": {
    text: "Kind of address, e.g. `IPAddress` or `Hostname`.",
  },
  "spec.addresses.value": {
    text: "Address that is asked for.",
    default: "one is assigned, where that is supported",
  },
  "spec.allowedListeners.namespaces": {
    text: "Namespaces whose ListenerSets may attach.",
    default: "none",
  },
  "spec.infrastructure.annotations": {
    text: "Annotations for the objects created for the gateway.",
  },
  "spec.infrastructure.labels": {
    text: "Labels for the objects created for the gateway.",
  },
  "spec.infrastructure.parametersRef": {
    text: "Object with settings for this gateway alone; Istio takes a ConfigMap of the same namespace.",
  },
  "spec.listeners.allowedRoutes": {
    text: "Kinds and namespaces of routes that may attach.",
    default: "routes of the Gateway's own namespace that suit the protocol",
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
    text: "Protocol that clients speak, e.g. `HTTP`, `HTTPS`, `TLS`, `TCP`; for waypoints `HBONE`.",
  },
  "spec.listeners.tls": {
    text: "TLS of the listener; needed for `HTTPS` and `TLS`, refused for `HTTP`, `TCP` and `UDP`.",
  },
  "spec.tls.backend": {
    text: "TLS as client of backends; which of them get TLS is for a BackendTLSPolicy to say.",
  },
  "spec.tls.frontend": {
    text: "Checks of client certificates on HTTPS listeners.",
  },
  "spec.allowedListeners.namespaces.from": {
    text: "Whether ListenerSets of all, selected, the own or no namespaces may attach.",
    default: "None",
  },
  "spec.allowedListeners.namespaces.selector": {
    text: "Namespaces by label; needed with `from: Selector`, ignored otherwise.",
  },
  "spec.infrastructure.parametersRef.group": {
    text: "API group of the object; empty for a ConfigMap.",
  },
  "spec.infrastructure.parametersRef.kind": {
    text: "Kind of the object; Istio takes `ConfigMap` only.",
  },
  "spec.infrastructure.parametersRef.name": {
    text: "Name of the object, in the gateway's namespace.",
  },
  "spec.listeners.allowedRoutes.kinds": {
    text: "Kinds of routes that may attach; they have to suit the protocol.",
    default: "all that suit the protocol",
  },
  "spec.listeners.allowedRoutes.namespaces": {
    text: "Namespaces whose routes may attach.",
    default: "the Gateway's own",
  },
  "spec.listeners.tls.mode": {
    text: "Whether TLS ends here or goes through untouched; certificates are ignored in the latter case.",
  },
  "spec.listeners.tls.options": {
    text: "Further TLS settings by prefixed key, e.g. `gateway.istio.io/tls-terminate-mode: MUTUAL`.",
  },
  "spec.tls.backend.clientCertificateRef": {
    text: "Secret with the certificate and key that the gateway shows to backends.",
  },
  "spec.tls.frontend.default": {
    text: "Checks for all HTTPS listeners whose port has no entry of its own.",
  },
  "spec.tls.frontend.perPort": {
    text: "Checks for single ports, in place of the default ones.",
  },
  "spec.allowedListeners.namespaces.selector.matchExpressions": {
    text: "Conditions on labels, all of which have to fit.",
  },
  "spec.allowedListeners.namespaces.selector.matchLabels": {
    text: "Labels that the namespace has to carry, all of them.",
  },
  "spec.listeners.allowedRoutes.kinds.group": {
    text: "API group of the route.",
  },
  "spec.listeners.allowedRoutes.kinds.kind": {
    text: "Kind of the route, e.g. `HTTPRoute`.",
  },
  "spec.listeners.allowedRoutes.namespaces.from": {
    text: "Whether routes of all namespaces, of selected ones or only of the Gateway's own may attach.",
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
  "spec.tls.frontend.default.validation": {
    text: "How client certificates are checked; setting it turns mutual TLS on.",
  },
  "spec.tls.frontend.perPort.port": {
    text: "Port whose HTTPS listeners the entry is for.",
  },
  "spec.tls.frontend.perPort.tls": {
    text: "Checks for the HTTPS listeners on this port.",
  },
  "spec.allowedListeners.namespaces.selector.matchExpressions.key": {
    text: "Label that is looked at.",
  },
  "spec.allowedListeners.namespaces.selector.matchExpressions.operator": {
    text: "How the label is judged: `In`, `NotIn`, `Exists` or `DoesNotExist`.",
  },
  "spec.allowedListeners.namespaces.selector.matchExpressions.values": {
    text: "Values for `In` and `NotIn`; stays empty for the other operators.",
  },
  "spec.tls.frontend.default.validation.caCertificateRefs": {
    text: "Objects with the CAs that clients are checked against, e.g. ConfigMaps with `ca.crt`.",
  },
  "spec.tls.frontend.default.validation.mode": {
    text: "Whether clients need a valid certificate; `AllowInsecureFallback` lets everybody in, so only for tests.",
  },
  "spec.tls.frontend.default.validation.caCertificateRefs.group": {
    text: "API group of the object; empty for core kinds such as ConfigMap.",
  },
  "spec.tls.frontend.default.validation.caCertificateRefs.kind": {
    text: "Kind of the object with the CAs, e.g. `ConfigMap`.",
  },
  "spec.tls.frontend.default.validation.caCertificateRefs.name": {
    text: "Name of the object with the CAs.",
  },
  "spec.tls.frontend.default.validation.caCertificateRefs.namespace": {
    text: "Namespace of the object; another one needs a ReferenceGrant there.",
    default: "namespace of this object",
  },
};
