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
  "spec.rules.name": {
    text: "Name of the rule, unique within the route.",
  },
  "spec.rules.timeouts": {
    text: "Time limits for requests of the rule.",
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
  "spec.rules.filters.cors": {
    text: "Cross-origin rules of the browser, answered by the proxy.",
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
  "spec.rules.filters.requestRedirect": {
    text: "Answers with a redirect instead of calling a backend.",
  },
  "spec.rules.filters.responseHeaderModifier": {
    text: "Headers to add, set or remove on the response.",
  },
  "spec.rules.filters.type": {
    text: "Which filter this is; the field of the same name holds its settings.",
  },
  "spec.rules.filters.urlRewrite": {
    text: "Changes host or path before the request goes on.",
  },
  "spec.rules.matches.headers": {
    text: "Headers of the request, all of which have to fit.",
  },
  "spec.rules.matches.method": {
    text: "Method of the request.",
    default: "any",
  },
  "spec.rules.matches.path": {
    text: "Path of the request, without the query.",
    default: "every path",
  },
  "spec.rules.matches.queryParams": {
    text: "Query parameters, all of which have to fit.",
  },
  "spec.rules.filters.cors.allowCredentials": {
    text: "Whether cookies and other credentials may be sent.",
    default: "false",
  },
  "spec.rules.filters.cors.allowHeaders": {
    text: "Request headers that may be sent, in any case of letters.",
  },
  "spec.rules.filters.cors.allowMethods": {
    text: "Methods that may be used, `*` for all; `GET`, `HEAD` and `POST` always may.",
  },
  "spec.rules.filters.cors.allowOrigins": {
    text: "Origins that may call, as `scheme://host[:port]`; `*` in the host stands for any text.",
  },
  "spec.rules.filters.cors.exposeHeaders": {
    text: "Headers of the answer that scripts may read, besides the ones browsers always show.",
  },
  "spec.rules.filters.cors.maxAge": {
    text: "How long a browser may remember the answer, in seconds.",
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
  "spec.rules.filters.requestRedirect.hostname": {
    text: "Host of the new address.",
    default: "the request's",
  },
  "spec.rules.filters.requestRedirect.path": {
    text: "Path of the new address.",
    default: "the request's",
  },
  "spec.rules.filters.requestRedirect.port": {
    text: "Port of the new address.",
    default: "the usual one of `scheme`, or the listener's when no scheme is given",
  },
  "spec.rules.filters.requestRedirect.scheme": {
    text: "Scheme of the new address.",
    default: "the request's",
  },
  "spec.rules.filters.requestRedirect.statusCode": {
    text: "Status of the answer.",
  },
  "spec.rules.filters.urlRewrite.hostname": {
    text: "Host that takes the place of the old one.",
  },
  "spec.rules.filters.urlRewrite.path": {
    text: "Change to the path.",
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
  "spec.rules.matches.path.type": {
    text: "How the path is compared; `PathPrefix` goes by whole elements, so `/ab` does not fit `/abc`.",
  },
  "spec.rules.matches.path.value": {
    text: "Path, prefix or regular expression that the request has to fit.",
  },
  "spec.rules.matches.queryParams.name": {
    text: "Name of the parameter, exactly as written; of several entries the first counts.",
  },
  "spec.rules.matches.queryParams.type": {
    text: "Whether the value is compared as a whole or by regular expression.",
  },
  "spec.rules.matches.queryParams.value": {
    text: "Value, or regular expression, that the parameter has to fit.",
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
  "spec.rules.filters.requestRedirect.path.replaceFullPath": {
    text: "Path that takes the place of the old one.",
  },
  "spec.rules.filters.requestRedirect.path.replacePrefixMatch": {
    text: "Text that takes the place of the matched prefix; works only with a `PathPrefix` match.",
  },
  "spec.rules.filters.requestRedirect.path.type": {
    text: "Whether the whole path or only the matched prefix is replaced.",
  },
  "spec.rules.retry": {
    text: "When a request is tried again.",
    default: "nothing of the route's own; Istio tries twice",
  },
  "spec.rules.retry.attempts": {
    text: "How often it is tried again.",
  },
  "spec.rules.retry.codes": {
    text: "Status codes after which it is tried again, beside failed connections.",
  },
  "spec.rules.retry.backoff": {
    text: "How long is waited before a try.",
  },
};
