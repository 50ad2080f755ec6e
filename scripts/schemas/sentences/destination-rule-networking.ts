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
  "spec.trafficPolicy.proxyProtocol": {
    text: "PROXY protocol header that opens each connection and names the client's address.",
    default: "no such header",
  },
  "spec.trafficPolicy.retryBudget": {
    text: "Limit of the retries under way, measured by the requests under way.",
  },
  "spec.trafficPolicy.tunnel": {
    text: "Wraps the connection in HTTP, for a proxy on the way; for TCP and TLS routes only.",
  },
  "spec.workloadSelector.matchLabels": {
    text: "Labels that the client's Pod has to carry, all of them.",
  },
  "spec.trafficPolicy.loadBalancer.warmup": {
    text: "Lets new endpoints start with few requests; for `ROUND_ROBIN` and `LEAST_REQUEST` only.",
    default: "no warm-up",
  },
  "spec.trafficPolicy.loadBalancer.warmupDurationSecs": {
    text: "Deprecated: use `warmup`.",
  },
  "spec.trafficPolicy.loadBalancer.zoneAwareLbSetting": {
    text: "Keeps requests in their zone, by the number of endpoints; excludes `localityLbSetting`.",
  },
  "spec.trafficPolicy.outlierDetection.consecutiveErrors": {
    text: "Deprecated: use `consecutive5xxErrors` or `consecutiveGatewayErrors`.",
  },
  "spec.trafficPolicy.outlierDetection.consecutiveLocalOriginFailures": {
    text: "Failed connections and timeouts in a row; counts only with `splitExternalLocalOriginErrors`.",
    default: "5",
  },
  "spec.trafficPolicy.outlierDetection.outlierDetectionHttpErrorCodes": {
    text: "Status codes that count as errors; only these count then.",
    default: "5xx",
  },
  "spec.trafficPolicy.outlierDetection.splitExternalLocalOriginErrors": {
    text: "Counts failures to connect apart from errors that the service answers.",
    default: "false",
  },
  "spec.trafficPolicy.portLevelSettings.connectionPool": {
    text: "Limits for this port; those above are not inherited.",
    default: "standard values, not those above",
  },
  "spec.trafficPolicy.portLevelSettings.loadBalancer": {
    text: "Choice of endpoints for this port; the one above is not inherited.",
    default: "standard values, not those above",
  },
  "spec.trafficPolicy.portLevelSettings.outlierDetection": {
    text: "When an endpoint is left out, for this port; the settings above are not inherited.",
    default: "standard values, not those above",
  },
  "spec.trafficPolicy.portLevelSettings.port": {
    text: "Port of the Service that the settings are for.",
  },
  "spec.trafficPolicy.portLevelSettings.tls": {
    text: "TLS for this port; the settings above are not inherited.",
    default: "standard values, not those above",
  },
  "spec.trafficPolicy.proxyProtocol.version": {
    text: "`V1` is readable text, `V2` is binary.",
    default: "V1",
  },
  "spec.trafficPolicy.retryBudget.budgetInterval": {
    text: "Time for which a request goes on counting.",
    default: "0ms: only requests under way or waiting",
  },
  "spec.trafficPolicy.retryBudget.minRetryConcurrency": {
    text: "Retries that are always allowed, even with few requests.",
    default: "3",
  },
  "spec.trafficPolicy.retryBudget.percent": {
    text: "Most retries under way, in percent of the requests under way or waiting.",
    default: "20",
  },
  "spec.trafficPolicy.tls.caCrl": {
    text: "File with revoked certificates; with `credentialName` they belong in the Secret instead.",
    default: "no check for revocation",
  },
  "spec.trafficPolicy.tls.clientCertificate": {
    text: "File with the client's certificate; needed for `MUTUAL` without `credentialName`.",
  },
  "spec.trafficPolicy.tls.credentialName": {
    text: "Secret with the client's certificate and the CA; at sidecars only together with `workloadSelector`.",
  },
  "spec.trafficPolicy.tls.insecureSkipVerify": {
    text: "Accepts any server certificate: neither authority nor name is checked.",
    default: "false",
  },
  "spec.trafficPolicy.tls.privateKey": {
    text: "File with the client's key; needed for `MUTUAL` without `credentialName`.",
  },
  "spec.trafficPolicy.tunnel.protocol": {
    text: "Kind of tunnel: HTTP method `CONNECT` or `POST`.",
    default: "CONNECT",
  },
  "spec.trafficPolicy.tunnel.targetHost": {
    text: "Host at the far end of the tunnel, as FQDN or IP.",
  },
  "spec.trafficPolicy.tunnel.targetPort": {
    text: "Port at the far end of the tunnel.",
  },
  "spec.trafficPolicy.connectionPool.http.h2UpgradePolicy": {
    text: "Whether HTTP/1.1 is turned into HTTP/2 on the way to the service, which then has to speak it.",
    default: "DEFAULT, as set for the mesh",
  },
  "spec.trafficPolicy.connectionPool.http.http2KeepAlive": {
    text: "Pings on HTTP/2 connections to the service.",
    default: "no pings",
  },
  "spec.trafficPolicy.connectionPool.http.idleTimeout": {
    text: "Time without any request after which the connection is closed; pings do not prolong it.",
    default: "1h",
  },
  "spec.trafficPolicy.connectionPool.http.maxConcurrentStreams": {
    text: "Most requests at a time on one HTTP/2 connection.",
    default: "2^31-1",
  },
  "spec.trafficPolicy.connectionPool.http.useClientProtocol": {
    text: "Keeps the version of HTTP that the client speaks; `h2UpgradePolicy` is then without effect.",
    default: "false",
  },
  "spec.trafficPolicy.connectionPool.tcp.idleTimeout": {
    text: "Time without any byte after which the connection is closed; `0s` switches it off.",
    default: "1h",
  },
  "spec.trafficPolicy.connectionPool.tcp.maxConnectionDuration": {
    text: "Age at which a connection is closed.",
    default: "no limit",
  },
  "spec.trafficPolicy.connectionPool.tcp.tcpKeepalive": {
    text: "Probes of the operating system on quiet connections.",
    default: "as set for the mesh",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.httpCookie": {
    text: "Same cookie, same endpoint.",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.httpHeaderName": {
    text: "Same value of this header, same endpoint.",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.httpQueryParameterName": {
    text: "Same value of this query parameter, same endpoint.",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.maglev": {
    text: "Maglev as the way of hashing; excludes `ringHash`.",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.minimumRingSize": {
    text: "Deprecated: use `ringHash`.",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.ringHash": {
    text: "Hash ring as the way of hashing; excludes `maglev`.",
    default: "used, unless maglev is set",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.useSourceIp": {
    text: "Same client address, same endpoint; works for TCP too.",
  },
  "spec.trafficPolicy.loadBalancer.localityLbSetting.distribute": {
    text: "Shares per locality, set by hand; excludes `failover` and `failoverPriority`.",
    default: "by the number of endpoints",
  },
  "spec.trafficPolicy.loadBalancer.localityLbSetting.enabled": {
    text: "Whether near endpoints are preferred, whatever the mesh says.",
    default: "true",
  },
  "spec.trafficPolicy.loadBalancer.localityLbSetting.failover": {
    text: "Region that stands in when the own one fails; without effect unless `outlierDetection` is set.",
  },
  "spec.trafficPolicy.loadBalancer.localityLbSetting.failoverPriority": {
    text: "Labels, most important first, that endpoints share with the client; needs `outlierDetection`.",
  },
  "spec.trafficPolicy.loadBalancer.warmup.aggression": {
    text: "How steeply requests rise; 1 is linear.",
    default: "1",
  },
  "spec.trafficPolicy.loadBalancer.warmup.duration": {
    text: "Time until a new endpoint gets its full share.",
  },
  "spec.trafficPolicy.loadBalancer.warmup.minimumPercent": {
    text: "Share that a new endpoint starts with, in percent of its weight.",
    default: "10",
  },
  "spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.enabled": {
    text: "Whether the own zone is preferred; needs `ISTIO_META_ENABLE_SELF_DISCOVERY` at the client.",
    default: "true",
  },
  "spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.failover": {
    text: "Region that stands in when the own one fails; goes with `outlierDetection`.",
  },
  "spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.failoverPriority": {
    text: "Labels that rank endpoints, most important first; those of region, zone and subzone are not allowed.",
  },
  "spec.trafficPolicy.loadBalancer.zoneAwareLbSetting.minClusterSize": {
    text: "Fewest endpoints in the client's region; with fewer, zones are not looked at.",
    default: "6",
  },
  "spec.trafficPolicy.portLevelSettings.port.number": {
    text: "Port number of the Service, not of the container.",
  },
  "spec.trafficPolicy.connectionPool.http.http2KeepAlive.interval": {
    text: "Time between two pings.",
  },
  "spec.trafficPolicy.connectionPool.http.http2KeepAlive.timeout": {
    text: "How long the answer to a ping may take before the connection is closed.",
  },
  "spec.trafficPolicy.connectionPool.tcp.tcpKeepalive.interval": {
    text: "Time between two probes.",
    default: "the system's setting, 75s on Linux",
  },
  "spec.trafficPolicy.connectionPool.tcp.tcpKeepalive.probes": {
    text: "Probes without an answer until the connection is given up.",
    default: "the system's setting, 9 on Linux",
  },
  "spec.trafficPolicy.connectionPool.tcp.tcpKeepalive.time": {
    text: "Quiet time before the first probe.",
    default: "the system's setting, 7200s on Linux",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.attributes": {
    text: "Further attributes of a cookie that the proxy makes, e.g. `SameSite`.",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.name": {
    text: "Name of the cookie that is looked at.",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.path": {
    text: "Path of a cookie that the proxy makes.",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.ttl": {
    text: "Lifetime of the cookie that is made when the client has none; `0s` means for the session.",
    default: "no cookie is made",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.maglev.tableSize": {
    text: "Entries of the table, a prime below 5000011; more of them keep clients steadier.",
    default: "65537",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.ringHash.minimumRingSize": {
    text: "Fewest points on the ring; more of them spread the requests more evenly.",
    default: "1024",
  },
  "spec.trafficPolicy.loadBalancer.localityLbSetting.distribute.from": {
    text: "Locality of the client, `region/zone/sub-zone`; `*` may stand at the end.",
  },
  "spec.trafficPolicy.loadBalancer.localityLbSetting.distribute.to": {
    text: "Percent by locality, 100 together; localities not named get nothing.",
  },
  "spec.trafficPolicy.loadBalancer.localityLbSetting.failover.from": {
    text: "Region that fails.",
  },
  "spec.trafficPolicy.loadBalancer.localityLbSetting.failover.to": {
    text: "Region that stands in for it.",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.attributes.name": {
    text: "Name of the attribute.",
  },
  "spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.attributes.value": {
    text: "Value of the attribute; flags such as `Secure` have none.",
  },
  "spec.trafficPolicy.loadBalancer.backendUtilization": {
    text: "Endpoints get their share by the load that they report (ORCA), less for those that are busy.",
  },
  "spec.trafficPolicy.loadBalancer.backendUtilization.errorUtilizationPenaltyPercent": {
    text: "What the errors of an endpoint add to the load that it reports, as a percentage.",
    default: "errors add nothing",
  },
  "spec.trafficPolicy.loadBalancer.backendUtilization.metricNamesForComputingUtilization": {
    text: "Own metrics of the endpoints from which the load is taken.",
    default: "the load that they report themselves",
  },
  "spec.trafficPolicy.loadBalancer.backendUtilization.weightExpirationPeriod": {
    text: "How long a report counts; an endpoint that says nothing more gets the usual share.",
  },
  "spec.trafficPolicy.loadBalancer.backendUtilization.weightStabilizationPeriod": {
    text: "How long an endpoint reports before its reports count.",
  },
  "spec.trafficPolicy.loadBalancer.backendUtilization.weightUpdatePeriod": {
    text: "How often the shares are computed anew.",
  },
  "spec.trafficPolicy.outlierDetection.failurePercentageThreshold": {
    text: "Percentage of failed requests at which an endpoint is left out.",
  },
  "spec.trafficPolicy.tls.caCertCredentialName": {
    text: "Secret or ConfigMap with the CAs by which the service's certificate is checked.",
  },
};
