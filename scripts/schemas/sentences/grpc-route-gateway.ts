import type { FieldSentences } from "./field-sentence";

export const grpcRouteGateway: FieldSentences = {
  "spec.hostnames": {
    text: "Hosts of the calls; `*.` in front stands for any subdomain.",
    default: "all of the parent's",
  },
  "spec.parentRefs": {
    text: "Gateways, or with `kind: Service` the services in the mesh, whose calls these rules are for.",
  },
  "spec.rules": {
    text: "Rules for calls; the most specific match counts.",
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
    text: "Services, with their shares of the calls; without a valid one they end as `UNAVAILABLE`.",
  },
  "spec.rules.filters": {
    text: "Changes to headers, and mirrors.",
  },
  "spec.rules.matches": {
    text: "When the rule is taken: one of the entries fits.",
    default: "every call",
  },
  "spec.rules.name": {
    text: "Name of the rule, unique within the route.",
  },
  "spec.rules.backendRefs.filters": {
    text: "Filters for requests that go to this backend only.",
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
    text: "Share of the requests, in proportion to the sum of all weights; 0 sends none.",
  },
  "spec.rules.filters.extensionRef": {
    text: "Filter of the implementation's own, by reference to an object.",
  },
  "spec.rules.filters.requestHeaderModifier": {
    text: "Headers to add, set or remove on the request.",
  },
  "spec.rules.filters.requestMirror": {
    text: "Copies requests to a further backend, whose answers are thrown away.",
  },
  "spec.rules.filters.responseHeaderModifier": {
    text: "Headers to add, set or remove on the response.",
  },
  "spec.rules.filters.type": {
    text: "Which filter this is; the field of the same name holds its settings.",
  },
  "spec.rules.matches.headers": {
    text: "Metadata of the call, all of which has to fit.",
  },
  "spec.rules.matches.method": {
    text: "Service and method that are called.",
    default: "all of them",
  },
  "spec.rules.filters.extensionRef.group": {
    text: "API group of the object; empty for core kinds.",
  },
  "spec.rules.filters.extensionRef.kind": {
    text: "Kind of the object.",
  },
  "spec.rules.filters.extensionRef.name": {
    text: "Name of the object, in the route's namespace.",
  },
  "spec.rules.filters.requestHeaderModifier.add": {
    text: "Headers to add; a value already there is kept beside the new one.",
  },
  "spec.rules.filters.requestHeaderModifier.remove": {
    text: "Names of headers to take away, in any case of letters.",
  },
  "spec.rules.filters.requestHeaderModifier.set": {
    text: "Headers to set; a value already there is replaced.",
  },
  "spec.rules.filters.requestMirror.backendRef": {
    text: "Backend that gets the copies.",
  },
  "spec.rules.filters.requestMirror.fraction": {
    text: "Share of the requests that is copied, as a fraction; not together with `percent`.",
    default: "all of them",
  },
  "spec.rules.filters.requestMirror.percent": {
    text: "Share of the requests that is copied, in percent; not together with `fraction`.",
    default: "all of them",
  },
  "spec.rules.matches.headers.name": {
    text: "Name of the header, in any case of letters; of several entries the first counts.",
  },
  "spec.rules.matches.headers.type": {
    text: "Whether the value is compared as a whole or by regular expression.",
  },
  "spec.rules.matches.headers.value": {
    text: "Value, or regular expression, that the header has to fit.",
  },
  "spec.rules.matches.method.method": {
    text: "Method that is called; it or `service` has to be given.",
    default: "any",
  },
  "spec.rules.matches.method.service": {
    text: "Full name of the service, e.g. `shop.v1.Cart`; it or `method` has to be given.",
    default: "any",
  },
  "spec.rules.matches.method.type": {
    text: "Whether service and method are compared as a whole or by regular expression.",
  },
  "spec.rules.filters.requestHeaderModifier.add.name": {
    text: "Name of the header, in any case of letters; of several entries the first counts.",
  },
  "spec.rules.filters.requestHeaderModifier.add.value": {
    text: "Value of the header.",
  },
  "spec.rules.filters.requestMirror.backendRef.group": {
    text: "API group of the backend; empty for a Service.",
  },
  "spec.rules.filters.requestMirror.backendRef.kind": {
    text: "Kind of the backend.",
  },
  "spec.rules.filters.requestMirror.backendRef.name": {
    text: "Name of the backend.",
  },
  "spec.rules.filters.requestMirror.backendRef.namespace": {
    text: "Namespace of the backend; another one needs a ReferenceGrant there.",
    default: "namespace of this object",
  },
  "spec.rules.filters.requestMirror.backendRef.port": {
    text: "Port of the Service, not of its pods; needed when the backend is a Service.",
  },
  "spec.rules.filters.requestMirror.fraction.denominator": {
    text: "Lower number of the fraction.",
  },
  "spec.rules.filters.requestMirror.fraction.numerator": {
    text: "Upper number of the fraction, at most the lower one.",
  },
};
