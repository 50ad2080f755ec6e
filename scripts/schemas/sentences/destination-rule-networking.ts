import type { FieldSentences } from "./field-sentence";

export const destinationRuleNetworking: FieldSentences = {
  "spec.host": {
    text: "Service's name or FQDN that the rule is for. Short names belong to the namespace of this object.",
  },
  "spec.subsets": {
    text: "Named parts of the service, chosen by the labels of their Pods.",
  },
  "spec.trafficPolicy": {
    text: "How clients talk to the service.",
  },
  "spec.exportTo": {
    text: "Namespaces whose clients follow the rule: `.` is the own one, `*` all.",
    default: "all namespaces",
  },
  "spec.workloadSelector": {
    text: "Clients that follow the rule, by the labels of their Pods.",
    default: "all clients",
  },
  "spec.subsets.name": {
    text: "Name by which routes refer to the subset.",
  },
  "spec.subsets.labels": {
    text: "Labels of the subset's Pods, beside those that the Service selects.",
  },
  "spec.subsets.trafficPolicy": {
    text: "Settings for this subset, in place of the host's.",
  },
  "spec.trafficPolicy.loadBalancer": {
    text: "How a request's endpoint is chosen.",
  },
  "spec.trafficPolicy.connectionPool": {
    text: "Limits of connections and requests under way.",
  },
  "spec.trafficPolicy.outlierDetection": {
    text: "When an endpoint that fails is left out for a while.",
  },
  "spec.trafficPolicy.tls": {
    text: "TLS from the client's proxy to the service.",
  },
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
  "spec.trafficPolicy.loadBalancer.localityLbSetting": {
    text: "Preference for near endpoints.",
  },
  "spec.trafficPolicy.connectionPool.tcp": {
    text: "Limits for all connections.",
  },
  "spec.trafficPolicy.connectionPool.http": {
    text: "Limits for HTTP.",
  },
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
  "spec.trafficPolicy.tls.sni": {
    text: "Server name of the TLS handshake.",
  },
  "spec.trafficPolicy.tls.caCertificates": {
    text: "File with the authorities that the server's certificate is checked by.",
  },
  "spec.trafficPolicy.tls.subjectAltNames": {
    text: "Names of which the server's certificate has one.",
  },
};
