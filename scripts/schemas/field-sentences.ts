/** What a field means, and what holds when it is left out. */
export interface FieldSentence {
  text: string;
  default?: string;
}

/** By kind and group, then by path. */
export const fieldSentences: Readonly<Record<string, Readonly<Record<string, FieldSentence>>>> = {
  "VirtualService.networking": {
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
    "spec.http": { text: "Routes for HTTP, tried in their order: the first match counts." },
    "spec.tls": { text: "Routes for TLS that is passed through, chosen by SNI." },
    "spec.tcp": { text: "Routes for other TCP." },
    "spec.http.name": { text: "Name of the route, for access logs and metrics." },
    "spec.http.match": {
      text: "When the route is taken: one of the entries fits. Within an entry all conditions have to.",
      default: "every request",
    },
    "spec.http.route": { text: "Destinations, with their shares of the requests." },
    "spec.http.redirect": { text: "Answers with a redirect instead of calling a service." },
    "spec.http.directResponse": {
      text: "Answers with a fixed status and body instead of calling a service.",
    },
    "spec.http.delegate": { text: "VirtualService that has the routes in its stead." },
    "spec.http.rewrite": { text: "Changes path or host before the request goes on." },
    "spec.http.timeout": {
      text: "How long the whole request may take, retries included; 504 afterwards.",
      default: "no limit",
    },
    "spec.http.retries": { text: "What is tried again after a failure.", default: "2 tries more" },
    "spec.http.fault": { text: "Failures and delays put in on purpose." },
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
    "spec.http.corsPolicy": { text: "Cross-origin rules of the browser, answered by the proxy." },
    "spec.http.headers": { text: "Headers to add, set or remove on requests and responses." },
    "spec.http.match.uri": { text: "Path of the request, without the query." },
    "spec.http.match.scheme": { text: "`http` or `https`." },
    "spec.http.match.method": { text: "Method of the request, e.g. exact `GET`." },
    "spec.http.match.authority": { text: "Host of the request." },
    "spec.http.match.headers": {
      text: "Headers by name, in lower case; an empty object asks only whether the header is there.",
    },
    "spec.http.match.withoutHeaders": { text: "Headers that must not fit." },
    "spec.http.match.queryParams": { text: "Query parameters by name." },
    "spec.http.match.port": { text: "Port that the client called." },
    "spec.http.match.sourceLabels": {
      text: "Labels of the calling workload; without effect at a gateway.",
    },
    "spec.http.match.sourceNamespace": { text: "Namespace of the calling workload." },
    "spec.http.match.gateways": {
      text: "Gateways for which this condition holds; overrides the list at the top.",
    },
    "spec.http.match.ignoreUriCase": {
      text: "Compares the path without regard to case.",
      default: "false",
    },
    "spec.http.match.name": { text: "Name of the condition, joined to the route's name in logs." },
    "spec.http.match.statPrefix": { text: "Prefix of the proxy's own counters for this route." },
    "spec.http.match.uri.exact": { text: "Fits this value only." },
    "spec.http.match.uri.prefix": { text: "Fits values that begin so." },
    "spec.http.match.uri.regex": {
      text: "Fits values that this RE2 expression describes from end to end.",
    },
    "spec.http.route.destination": { text: "Service, subset and port that the requests go to." },
    "spec.http.route.weight": {
      text: "Share of the requests, in proportion to the sum of all weights.",
      default: "all, when there is one destination",
    },
    "spec.http.route.headers": { text: "Headers changed for this destination only." },
    "spec.http.mirror.host": {
      text: "Service's name or FQDN. Short names belong to the namespace of this object, not of the Service.",
    },
    "spec.http.mirror.subset": { text: "Subset that a DestinationRule of the host declares." },
    "spec.http.mirror.port": { text: "Port of the Service; needed when it has several." },
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
    "spec.http.retries.backoff": { text: "Shortest time between two tries.", default: "25ms" },
    "spec.http.fault.delay": { text: "Lets requests wait." },
    "spec.http.fault.abort": { text: "Ends requests with an error." },
    "spec.http.fault.delay.fixedDelay": { text: "Time that the request waits." },
    "spec.http.fault.abort.httpStatus": { text: "Status that is answered." },
    "spec.http.redirect.uri": { text: "Path of the new address." },
    "spec.http.redirect.authority": { text: "Host of the new address." },
    "spec.http.redirect.redirectCode": { text: "Status of the answer.", default: "301" },
    "spec.http.redirect.scheme": { text: "Scheme of the new address, `http` or `https`." },
    "spec.http.rewrite.uri": {
      text: "Path, or the matched prefix of it, that takes the place of the old one.",
    },
    "spec.http.rewrite.authority": { text: "Host that takes the place of the old one." },
    "spec.http.directResponse.status": { text: "Status that is answered." },
    "spec.http.corsPolicy.allowOrigins": {
      text: "Origins that may call, by exact value, prefix or expression.",
    },
    "spec.http.corsPolicy.allowMethods": { text: "Methods that may be used." },
    "spec.http.corsPolicy.allowHeaders": { text: "Headers that may be sent." },
    "spec.http.corsPolicy.exposeHeaders": { text: "Headers of the answer that scripts may read." },
    "spec.http.corsPolicy.allowCredentials": { text: "Whether cookies may be sent." },
    "spec.http.corsPolicy.maxAge": { text: "How long a browser may remember the answer." },
    "spec.tls.match.sniHosts": {
      text: "Server names of the TLS handshake; each belongs to one of the hosts.",
    },
  },
  "DestinationRule.networking": {
    "spec.host": {
      text: "Service's name or FQDN that the rule is for. Short names belong to the namespace of this object.",
    },
    "spec.subsets": { text: "Named parts of the service, chosen by the labels of their Pods." },
    "spec.trafficPolicy": { text: "How clients talk to the service." },
    "spec.exportTo": {
      text: "Namespaces whose clients follow the rule: `.` is the own one, `*` all.",
      default: "all namespaces",
    },
    "spec.workloadSelector": {
      text: "Clients that follow the rule, by the labels of their Pods.",
      default: "all clients",
    },
    "spec.subsets.name": { text: "Name by which routes refer to the subset." },
    "spec.subsets.labels": {
      text: "Labels of the subset's Pods, beside those that the Service selects.",
    },
    "spec.subsets.trafficPolicy": { text: "Settings for this subset, in place of the host's." },
    "spec.trafficPolicy.loadBalancer": { text: "How a request's endpoint is chosen." },
    "spec.trafficPolicy.connectionPool": { text: "Limits of connections and requests under way." },
    "spec.trafficPolicy.outlierDetection": {
      text: "When an endpoint that fails is left out for a while.",
    },
    "spec.trafficPolicy.tls": { text: "TLS from the client's proxy to the service." },
    "spec.trafficPolicy.portLevelSettings": {
      text: "Settings for single ports, in place of those above.",
    },
    "spec.trafficPolicy.loadBalancer.simple": {
      text: "Standard choice of endpoints.",
      default: "LEAST_REQUEST",
    },
    "spec.trafficPolicy.loadBalancer.consistentHash": {
      text: "Sticky choice by a header, cookie, address or query parameter.",
    },
    "spec.trafficPolicy.loadBalancer.localityLbSetting": { text: "Preference for near endpoints." },
    "spec.trafficPolicy.connectionPool.tcp": { text: "Limits for all connections." },
    "spec.trafficPolicy.connectionPool.http": { text: "Limits for HTTP." },
    "spec.trafficPolicy.connectionPool.tcp.maxConnections": {
      text: "Most connections to the host at a time.",
      default: "2^32-1",
    },
    "spec.trafficPolicy.connectionPool.tcp.connectTimeout": {
      text: "Time for a connection to be made.",
      default: "10s",
    },
    "spec.trafficPolicy.connectionPool.http.http1MaxPendingRequests": {
      text: "Most requests that wait for a connection.",
      default: "2^32-1",
    },
    "spec.trafficPolicy.connectionPool.http.http2MaxRequests": {
      text: "Most requests under way at a time.",
      default: "2^32-1",
    },
    "spec.trafficPolicy.connectionPool.http.maxRequestsPerConnection": {
      text: "Requests before a connection is closed; 1 switches keep-alive off.",
      default: "no limit",
    },
    "spec.trafficPolicy.connectionPool.http.maxRetries": {
      text: "Most retries under way at a time.",
      default: "2^32-1",
    },
    "spec.trafficPolicy.outlierDetection.consecutive5xxErrors": {
      text: "Errors in a row, 5xx or no connection, before an endpoint is left out; 0 switches it off.",
      default: "5",
    },
    "spec.trafficPolicy.outlierDetection.consecutiveGatewayErrors": {
      text: "502, 503 and 504 in a row before an endpoint is left out; 0 switches it off.",
    },
    "spec.trafficPolicy.outlierDetection.interval": {
      text: "Time between two looks at the endpoints.",
      default: "10s",
    },
    "spec.trafficPolicy.outlierDetection.baseEjectionTime": {
      text: "Shortest time that an endpoint is left out; it grows with each time.",
      default: "30s",
    },
    "spec.trafficPolicy.outlierDetection.maxEjectionPercent": {
      text: "Share of the endpoints that may be left out, in percent.",
      default: "10",
    },
    "spec.trafficPolicy.outlierDetection.minHealthPercent": {
      text: "Healthy share, in percent, below which no endpoint is left out.",
      default: "0",
    },
    "spec.trafficPolicy.tls.mode": {
      text: "`DISABLE`, `SIMPLE` (server's certificate), `MUTUAL` (own certificates) or `ISTIO_MUTUAL` (the mesh's).",
    },
    "spec.trafficPolicy.tls.sni": { text: "Server name of the TLS handshake." },
    "spec.trafficPolicy.tls.caCertificates": {
      text: "File with the authorities that the server's certificate is checked by.",
    },
    "spec.trafficPolicy.tls.subjectAltNames": {
      text: "Names of which the server's certificate has one.",
    },
  },
  "Gateway.networking": {
    "spec.selector": { text: "Labels of the gateway's Pods that serve this." },
    "spec.servers": { text: "Ports, hosts and TLS settings that are served." },
    "spec.servers.hosts": { text: "Hosts served, as `host` or `namespace/host`; `*` is any." },
    "spec.servers.port": { text: "Port of the gateway's Service." },
    "spec.servers.tls": { text: "TLS of this server; needed for `HTTPS` and `TLS`." },
    "spec.servers.name": { text: "Name of the server, for logs." },
    "spec.servers.port.number": { text: "Number of the port." },
    "spec.servers.port.name": { text: "Name of the port, unique in the gateway." },
    "spec.servers.port.protocol": {
      text: "One of `HTTP`, `HTTPS`, `HTTP2`, `GRPC`, `GRPC-WEB`, `TLS`, `TCP`, `MONGO`, `MYSQL`, `REDIS`, `UDP`.",
    },
    "spec.servers.tls.mode": {
      text: "`SIMPLE`, `MUTUAL` (client certificates too), `OPTIONAL_MUTUAL`, `PASSTHROUGH` (by SNI), `AUTO_PASSTHROUGH` or `ISTIO_MUTUAL`.",
      default: "PASSTHROUGH",
    },
    "spec.servers.tls.credentialName": {
      text: "Secret with the certificate, in the namespace of the gateway's Pods; the client CA is in `<name>-cacert`.",
    },
    "spec.servers.tls.credentialNames": { text: "Secrets with an RSA and an ECDSA certificate." },
    "spec.servers.tls.httpsRedirect": { text: "Answers HTTP with 301 to HTTPS.", default: "false" },
    "spec.servers.tls.minProtocolVersion": { text: "Lowest version of TLS.", default: "TLSV1_2" },
    "spec.servers.tls.maxProtocolVersion": { text: "Highest version of TLS.", default: "TLSV1_3" },
    "spec.servers.tls.cipherSuites": {
      text: "Ciphers of TLS 1.2, by their OpenSSL names.",
      default: "Envoy's own list",
    },
  },
  "ServiceEntry.networking": {
    "spec.hosts": { text: "Hosts of the service, as clients call them." },
    "spec.addresses": { text: "Virtual addresses, as IP or CIDR." },
    "spec.ports": { text: "Ports of the service." },
    "spec.location": {
      text: "Whether the service is outside (`MESH_EXTERNAL`) or inside (`MESH_INTERNAL`) the mesh.",
      default: "MESH_EXTERNAL",
    },
    "spec.resolution": {
      text: "How addresses are found: `NONE`, `STATIC`, `DNS`, `DNS_ROUND_ROBIN` or `DYNAMIC_DNS`.",
      default: "NONE",
    },
    "spec.endpoints": {
      text: "Addresses behind the hosts; with `DNS` the hosts themselves are asked for when it is left out.",
    },
    "spec.workloadSelector": { text: "Pods and WorkloadEntries behind the hosts, by label." },
    "spec.exportTo": {
      text: "Namespaces that see the service: `.` is the own one, `*` all.",
      default: "all namespaces",
    },
  },
  "Sidecar.networking": {
    "spec.workloadSelector": {
      text: "Workloads that the settings are for, by label.",
      default: "all of the namespace",
    },
    "spec.egress": { text: "What the proxies may reach, and how." },
    "spec.ingress": { text: "Ports on which the proxies accept requests." },
    "spec.outboundTrafficPolicy": {
      text: "What happens to requests for hosts that the mesh does not know.",
    },
    "spec.egress.hosts": {
      text: "Services to be reached, as `namespace/host`; `./*` is the own namespace, `*/*` all.",
    },
  },
  "AuthorizationPolicy.security": {
    "spec.selector": {
      text: "Workloads that the policy is for, by label.",
      default: "all of the namespace",
    },
    "spec.targetRefs": {
      text: "Gateways, waypoints or Services that the policy is for, in place of a selector.",
    },
    "spec.action": {
      text: "`ALLOW`, `DENY`, `AUDIT` or `CUSTOM`. Denials are judged before permissions.",
      default: "ALLOW",
    },
    "spec.rules": {
      text: "Rules of which one has to fit. No rules: an ALLOW policy lets nothing through.",
    },
    "spec.rules.from": { text: "Who calls: one of the entries fits.", default: "anybody" },
    "spec.rules.to": { text: "What is asked for: one of the entries fits.", default: "anything" },
    "spec.rules.when": { text: "Further conditions, all of which have to fit." },
    "spec.rules.from.source.principals": {
      text: "Identities, as `<trust domain>/ns/<namespace>/sa/<service account>`; needs mutual TLS.",
    },
    "spec.rules.from.source.namespaces": { text: "Namespaces of the callers; needs mutual TLS." },
    "spec.rules.from.source.serviceAccounts": {
      text: "Service accounts of the callers, as `name` or `namespace/name`; needs mutual TLS.",
    },
    "spec.rules.from.source.requestPrincipals": {
      text: "Identities of a checked JWT, as `<issuer>/<subject>`.",
    },
    "spec.rules.from.source.ipBlocks": { text: "Addresses of the callers, as IP or CIDR." },
    "spec.rules.to.operation.methods": { text: "HTTP methods." },
    "spec.rules.to.operation.paths": { text: "HTTP paths; `*` at one end stands for any text." },
    "spec.rules.to.operation.ports": { text: "Ports of the workload, as text." },
    "spec.rules.to.operation.hosts": { text: "Hosts of the requests." },
  },
  "PeerAuthentication.security": {
    "spec.selector": {
      text: "Workloads that the policy is for, by label.",
      default: "all of the namespace, or of the mesh in the root namespace",
    },
    "spec.mtls": { text: "Mutual TLS that the workloads ask for." },
    "spec.mtls.mode": {
      text: "`STRICT` takes mutual TLS only, `PERMISSIVE` plain text too, `DISABLE` plain text only, `UNSET` what the wider policy says.",
      default: "UNSET",
    },
    "spec.portLevelMtls": { text: "Modes for single ports of the workload (not of its Service)." },
  },
  "RequestAuthentication.security": {
    "spec.selector": {
      text: "Workloads that the rules are for, by label.",
      default: "all of the namespace",
    },
    "spec.jwtRules": {
      text: "Issuers whose tokens are checked. A request without a token passes; refuse it with an AuthorizationPolicy.",
    },
    "spec.jwtRules.issuer": { text: "Issuer of the token, its `iss`." },
    "spec.jwtRules.audiences": { text: "Audiences of which the token names one.", default: "any" },
    "spec.jwtRules.jwksUri": {
      text: "Address of the issuer's public keys.",
      default: "found through the issuer's OpenID configuration",
    },
    "spec.jwtRules.jwks": { text: "The issuer's public keys." },
    "spec.jwtRules.forwardOriginalToken": {
      text: "Whether the token goes on to the workload.",
      default: "false",
    },
  },
  "Telemetry.telemetry": {
    "spec.selector": {
      text: "Workloads that the settings are for, by label.",
      default: "all of the namespace",
    },
    "spec.accessLogging": { text: "Access logs, by provider." },
    "spec.metrics": { text: "Metrics: providers, and what is left out or changed." },
    "spec.tracing": { text: "Traces: providers and share of the requests." },
    "spec.tracing.randomSamplingPercentage": {
      text: "Share of the requests that is traced, in percent.",
      default: "the mesh's own",
    },
  },
  "HTTPRoute.gateway": {
    "spec.parentRefs": {
      text: "Gateways, or with `kind: Service` the services in the mesh, whose requests these rules are for.",
    },
    "spec.hostnames": { text: "Hosts of the requests.", default: "all of the parent's" },
    "spec.rules": { text: "Rules, the most specific match counts." },
    "spec.rules.matches": { text: "When the rule is taken: one of the entries fits." },
    "spec.rules.filters": { text: "Changes to requests and responses, redirects, mirrors." },
    "spec.rules.backendRefs": { text: "Services, with their shares of the requests." },
    "spec.rules.backendRefs.weight": {
      text: "Share of the requests, in proportion to the sum of all weights; 0 sends none.",
    },
    "spec.rules.backendRefs.port": { text: "Port of the Service." },
    "spec.rules.timeouts.request": {
      text: "How long the whole request may take; `0s` is no limit.",
    },
    "spec.rules.timeouts.backendRequest": { text: "How long each try may take." },
  },
  "Gateway.gateway": {
    "spec.gatewayClassName": {
      text: "Class of the gateway: `istio` for ingress, `istio-waypoint` for a waypoint.",
    },
    "spec.listeners": { text: "Ports, protocols and hosts that are served." },
    "spec.addresses": { text: "Addresses that are asked for." },
    "spec.listeners.tls.certificateRefs": { text: "Secrets with the certificates." },
  },
  "ReferenceGrant.gateway": {
    "spec.from": { text: "Who may refer to objects of this namespace: group, kind and namespace." },
    "spec.to": { text: "Which objects of this namespace may be referred to." },
  },
};
