import type { FieldSentences } from "./field-sentence";

export const virtualServiceNetworking: FieldSentences = {
  "spec.hosts": {
    text: "Hosts that clients call: a Service's name or FQDN, an external host, or a wildcard such as `*.example.com`.",
  },
  "spec.gateways": {
    text: "Gateways whose requests these routes are for, as `name` or `namespace/name`; `mesh` stands for all sidecars.",
    default: '["mesh"]',
  },
  "spec.exportTo": {
    text: "Namespaces that see these routes: `.` is the own one, `*` all.",
    default: "all namespaces",
  },
  "spec.http": {
    text: "Routes for HTTP, tried in their order: the first match counts.",
  },
  "spec.tls": {
    text: "Routes for TLS that is passed through, chosen by SNI.",
  },
  "spec.tcp": {
    text: "Routes for other TCP.",
  },
  "spec.http.name": {
    text: "Name of the route, for access logs and metrics.",
  },
  "spec.http.match": {
    text: "When the route is taken: one of the entries fits. Within an entry all conditions have to.",
    default: "every request",
  },
  "spec.http.route": {
    text: "Destinations, with their shares of the requests.",
  },
  "spec.http.redirect": {
    text: "Answers with a redirect instead of calling a service.",
  },
  "spec.http.directResponse": {
    text: "Answers with a fixed status and body instead of calling a service.",
  },
  "spec.http.delegate": {
    text: "VirtualService that has the routes in its stead.",
  },
  "spec.http.rewrite": {
    text: "Changes path or host before the request goes on.",
  },
  "spec.http.timeout": {
    text: "How long the whole request may take, retries included; 504 afterwards.",
    default: "no limit",
  },
  "spec.http.retries": {
    text: "What is tried again after a failure.",
    default: "2 tries more",
  },
  "spec.http.fault": {
    text: "Failures and delays put in on purpose.",
  },
  "spec.http.mirror": {
    text: "Destination that gets a copy of the requests; its answers are thrown away.",
  },
  "spec.http.mirrors": {
    text: "Destinations that get a copy of the requests; their answers are thrown away.",
  },
  "spec.http.mirrorPercentage": {
    text: "Share of the requests that is copied.",
    default: "all of them",
  },
  "spec.http.corsPolicy": {
    text: "Cross-origin rules of the browser, answered by the proxy.",
  },
  "spec.http.headers": {
    text: "Headers to add, set or remove on requests and responses.",
  },
  "spec.http.match.uri": {
    text: "Path of the request, without the query.",
  },
  "spec.http.match.scheme": {
    text: "`http` or `https`.",
  },
  "spec.http.match.method": {
    text: "Method of the request, e.g. exact `GET`.",
  },
  "spec.http.match.authority": {
    text: "Host of the request.",
  },
  "spec.http.match.headers": {
    text: "Headers by name, in lower case; an empty object asks only whether the header is there.",
  },
  "spec.http.match.withoutHeaders": {
    text: "Headers that must not fit.",
  },
  "spec.http.match.queryParams": {
    text: "Query parameters by name.",
  },
  "spec.http.match.port": {
    text: "Port that the client called.",
  },
  "spec.http.match.sourceLabels": {
    text: "Labels of the calling workload; without effect at a gateway.",
  },
  "spec.http.match.sourceNamespace": {
    text: "Namespace of the calling workload.",
  },
  "spec.http.match.gateways": {
    text: "Gateways for which this condition holds; overrides the list at the top.",
  },
  "spec.http.match.ignoreUriCase": {
    text: "Compares the path without regard to case.",
    default: "false",
  },
  "spec.http.match.name": {
    text: "Name of the condition, joined to the route's name in logs.",
  },
  "spec.http.match.statPrefix": {
    text: "Prefix of the proxy's own counters for this route.",
  },
  "spec.http.route.destination": {
    text: "Service, subset and port that the requests go to.",
  },
  "spec.http.route.weight": {
    text: "Share of the requests, in proportion to the sum of all weights.",
    default: "all, when there is one destination",
  },
  "spec.http.route.headers": {
    text: "Headers changed for this destination only.",
  },
  "spec.http.mirror.host": {
    text: "Service's name or FQDN. Short names belong to the namespace of this object, not of the Service.",
  },
  "spec.http.mirror.subset": {
    text: "Subset that a DestinationRule of the host declares.",
  },
  "spec.http.mirror.port": {
    text: "Port of the Service; needed when it has several.",
  },
  "spec.http.retries.attempts": {
    text: "How often to try again after the first try; 0 switches retries off.",
  },
  "spec.http.retries.perTryTimeout": {
    text: "Time for each try.",
    default: "the route's timeout",
  },
  "spec.http.retries.retryOn": {
    text: "Failures that are tried again, Envoy's words or status codes joined by commas.",
    default: "connect-failure,refused-stream,unavailable,cancelled",
  },
  "spec.http.retries.retryRemoteLocalities": {
    text: "Whether a further try may go to another locality.",
  },
  "spec.http.retries.backoff": {
    text: "Shortest time between two tries.",
    default: "25ms",
  },
  "spec.http.fault.delay": {
    text: "Lets requests wait.",
  },
  "spec.http.fault.abort": {
    text: "Ends requests with an error.",
  },
  "spec.http.fault.delay.fixedDelay": {
    text: "Time that the request waits.",
  },
  "spec.http.fault.abort.httpStatus": {
    text: "Status that is answered.",
  },
  "spec.http.redirect.uri": {
    text: "Path of the new address.",
  },
  "spec.http.redirect.authority": {
    text: "Host of the new address.",
  },
  "spec.http.redirect.redirectCode": {
    text: "Status of the answer.",
    default: "301",
  },
  "spec.http.redirect.scheme": {
    text: "Scheme of the new address, `http` or `https`.",
  },
  "spec.http.rewrite.uri": {
    text: "Path, or the matched prefix of it, that takes the place of the old one.",
  },
  "spec.http.rewrite.authority": {
    text: "Host that takes the place of the old one.",
  },
  "spec.http.directResponse.status": {
    text: "Status that is answered.",
  },
  "spec.http.corsPolicy.allowOrigins": {
    text: "Origins that may call, by exact value, prefix or expression.",
  },
  "spec.http.corsPolicy.allowMethods": {
    text: "Methods that may be used.",
  },
  "spec.http.corsPolicy.allowHeaders": {
    text: "Headers that may be sent.",
  },
  "spec.http.corsPolicy.exposeHeaders": {
    text: "Headers of the answer that scripts may read.",
  },
  "spec.http.corsPolicy.allowCredentials": {
    text: "Whether cookies may be sent.",
  },
  "spec.http.corsPolicy.maxAge": {
    text: "How long a browser may remember the answer.",
  },
  "spec.tls.match.sniHosts": {
    text: "Server names of the TLS handshake; each belongs to one of the hosts.",
  },
  "spec.http.mirror_percent": {
    text: "Deprecated: use `mirrorPercentage`.",
  },
  "spec.http.mirrorPercent": {
    text: "Deprecated: use `mirrorPercentage`.",
  },
  "spec.tcp.match": {
    text: "When the route is taken: one of the entries fits. Within an entry all conditions have to.",
    default: "every connection",
  },
  "spec.tcp.route": {
    text: "Destinations, with their shares of the connections.",
  },
  "spec.tls.match": {
    text: "When the route is taken: one of the entries fits. Within an entry all conditions have to.",
  },
  "spec.tls.route": {
    text: "Destinations, with their shares of the connections.",
  },
  "spec.http.corsPolicy.allowOrigin": {
    text: "Deprecated: use `allowOrigins`.",
  },
  "spec.http.corsPolicy.unmatchedPreflights": {
    text: "Whether a preflight from an origin that is not allowed still goes to the service.",
    default: "FORWARD",
  },
  "spec.http.delegate.name": {
    text: "Name of the VirtualService that takes over.",
  },
  "spec.http.delegate.namespace": {
    text: "Namespace of that VirtualService.",
    default: "namespace of this object",
  },
  "spec.http.directResponse.body": {
    text: "Body that is answered, as text or as bytes.",
    default: "empty body",
  },
  "spec.http.headers.request": {
    text: "Changes before the request goes to the service.",
  },
  "spec.http.headers.response": {
    text: "Changes before the answer goes back to the client.",
  },
  "spec.http.mirrorPercentage.value": {
    text: "Share in percent; fractions count, so `0.1` is one in a thousand.",
    default: "0",
  },
  "spec.http.mirrors.destination": {
    text: "Service, subset and port that get the copies.",
  },
  "spec.http.mirrors.percentage": {
    text: "Share of the requests that is copied there.",
    default: "all of them",
  },
  "spec.http.redirect.derivePort": {
    text: "Where the new port comes from: the scheme's usual one or the request's own; excludes `port`.",
  },
  "spec.http.redirect.port": {
    text: "Port of the new address; excludes `derivePort`.",
  },
  "spec.http.redirect.prefixRewrite": {
    text: "Takes the place of the matched prefix; needs a match by prefix and excludes `uri`.",
  },
  "spec.http.retries.retryIgnorePreviousHosts": {
    text: "Whether a further try avoids endpoints that have already been tried.",
    default: "true",
  },
  "spec.http.rewrite.uriRegexRewrite": {
    text: "Changes those parts of the path that an expression finds.",
  },
  "spec.tcp.match.destinationSubnets": {
    text: "Addresses that the client called, as IP or CIDR.",
    default: "any address",
  },
  "spec.tcp.match.gateways": {
    text: "Gateways for which this condition holds; overrides the list at the top.",
    default: "the list at the top",
  },
  "spec.tcp.match.port": {
    text: "Port that the client called.",
    default: "any port",
  },
  "spec.tcp.match.sourceLabels": {
    text: "Labels of the calling workload; needs `mesh` among the gateways.",
  },
  "spec.tcp.match.sourceNamespace": {
    text: "Namespace of the calling workload; needs `mesh` among the gateways.",
  },
  "spec.tcp.match.sourceSubnet": {
    text: "Address of the client, as IP or CIDR; istiod does not evaluate it.",
  },
  "spec.tcp.route.destination": {
    text: "Service, subset and port that the connections go to.",
  },
  "spec.tcp.route.weight": {
    text: "Share of the connections, in proportion to the sum of all weights.",
    default: "all, when there is one destination",
  },
  "spec.tls.match.destinationSubnets": {
    text: "Addresses that the client called, as IP or CIDR.",
    default: "any address",
  },
  "spec.tls.match.gateways": {
    text: "Gateways for which this condition holds; overrides the list at the top.",
    default: "the list at the top",
  },
  "spec.tls.match.port": {
    text: "Port that the client called.",
    default: "any port",
  },
  "spec.tls.match.sourceLabels": {
    text: "Labels of the calling workload; needs `mesh` among the gateways.",
  },
  "spec.tls.match.sourceNamespace": {
    text: "Namespace of the calling workload; needs `mesh` among the gateways.",
  },
  "spec.http.corsPolicy.allowOrigins.exact": {
    text: "Allows this origin only, scheme and port included.",
  },
  "spec.http.corsPolicy.allowOrigins.prefix": {
    text: "Allows origins that begin so; end it with care, since longer domains fit as well.",
  },
  "spec.http.corsPolicy.allowOrigins.regex": {
    text: "Allows origins that this RE2 expression describes from end to end.",
  },
  "spec.http.directResponse.body.bytes": {
    text: "Body in base64, for content that is not text.",
  },
  "spec.http.directResponse.body.string": {
    text: "Body as text.",
  },
  "spec.http.fault.abort.grpcStatus": {
    text: "Status that gRPC clients get, by its name such as `UNAVAILABLE`, not by its number.",
  },
  "spec.http.fault.abort.http2Error": {
    text: "Not supported yet: Istio refuses it.",
  },
  "spec.http.fault.abort.percentage": {
    text: "Share of the requests that end with the error.",
    default: "none of them",
  },
  "spec.http.fault.delay.exponentialDelay": {
    text: "Not supported yet: Istio refuses it.",
  },
  "spec.http.fault.delay.percent": {
    text: "Deprecated: use `percentage`.",
  },
  "spec.http.fault.delay.percentage": {
    text: "Share of the requests that wait.",
    default: "none of them",
  },
  "spec.http.headers.request.add": {
    text: "Values by header that are put beside those already there.",
  },
  "spec.http.headers.request.remove": {
    text: "Names of headers that are taken out.",
  },
  "spec.http.headers.request.set": {
    text: "Values by header that take the place of those already there.",
  },
  "spec.http.mirror.port.number": {
    text: "Port number of the Service, not of the container.",
  },
  "spec.http.rewrite.uriRegexRewrite.match": {
    text: "RE2 expression that finds the parts of the path to be changed.",
  },
  "spec.http.rewrite.uriRegexRewrite.rewrite": {
    text: "Text for the parts found; `\\1` stands for the first group of the expression.",
  },
};
