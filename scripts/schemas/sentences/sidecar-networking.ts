import type { FieldSentences } from "./field-sentence";

export const sidecarNetworking: FieldSentences = {
  "spec.workloadSelector": {
    text: "Workloads that the settings are for, by label.",
    default: "all of the namespace",
  },
  "spec.egress": {
    text: "What the proxies may reach, and how.",
  },
  "spec.ingress": {
    text: "Ports on which the proxies accept requests.",
  },
  "spec.outboundTrafficPolicy": {
    text: "What happens to requests for hosts that the mesh does not know.",
  },
  "spec.egress.hosts": {
    text: "Services to be reached, as `namespace/host`; `./*` is the own namespace, `*/*` all.",
  },
  "spec.inboundConnectionPool": {
    text: "Limits of connections to the application; wins over those of a DestinationRule, without merging.",
    default: "the DestinationRule's",
  },
  "spec.egress.bind": {
    text: "Address or `unix://` socket to listen on; needs `port`.",
    default: "chosen by istiod, 127.0.0.1 if captureMode is NONE",
  },
  "spec.egress.captureMode": {
    text: "How traffic gets to the listener: by iptables, or with `NONE` because the application calls it.",
    default: "DEFAULT",
  },
  "spec.egress.port": {
    text: "Port of the listener, and of the services where they have none of their own; 0 for a socket.",
    default: "the ports of the services",
  },
  "spec.inboundConnectionPool.http": {
    text: "Limits for HTTP.",
  },
  "spec.inboundConnectionPool.tcp": {
    text: "Limits for all connections.",
  },
  "spec.ingress.bind": {
    text: "IP to listen on; sockets are not allowed.",
    default: "chosen by istiod",
  },
  "spec.ingress.captureMode": {
    text: "How traffic gets to the listener; with `NONE` its port has to be free on the host.",
    default: "DEFAULT",
  },
  "spec.ingress.connectionPool": {
    text: "Limits for this port, in place of `inboundConnectionPool`; nothing is merged.",
    default: "inboundConnectionPool",
  },
  "spec.ingress.defaultEndpoint": {
    text: "Where the application listens, e.g. `127.0.0.1:8080` or `unix:///path`; only on its own host.",
  },
  "spec.ingress.port": {
    text: "Port to listen on.",
  },
  "spec.ingress.tls": {
    text: "TLS that the sidecar ends, for clients outside the mesh.",
  },
  "spec.outboundTrafficPolicy.egressProxy": {
    text: "Service that gets requests for unknown hosts; needs `ALLOW_ANY` and an entry in `egress`.",
    default: "straight to the address called",
  },
  "spec.outboundTrafficPolicy.mode": {
    text: "`REGISTRY_ONLY` drops requests to unknown hosts, `ALLOW_ANY` lets them out; no firewall.",
    default: "REGISTRY_ONLY, once outboundTrafficPolicy is given",
  },
  "spec.workloadSelector.labels": {
    text: "Labels that a Pod has to carry, all of them; same namespace only.",
  },
  "spec.egress.port.name": {
    text: "Name of the port.",
  },
  "spec.egress.port.number": {
    text: "Number of the port; 0 for a socket.",
  },
  "spec.egress.port.protocol": {
    text: "One of `HTTP`, `HTTPS`, `HTTP2`, `GRPC`, `TLS`, `TCP`, `MONGO`.",
  },
  "spec.egress.port.targetPort": {
    text: "Deprecated: leave it out, sidecars refuse it.",
  },
  "spec.inboundConnectionPool.http.h2UpgradePolicy": {
    text: "Whether HTTP/1.1 is turned into HTTP/2 on the way to the application, which then has to speak it.",
    default: "DEFAULT, as set for the mesh",
  },
  "spec.inboundConnectionPool.http.http1MaxPendingRequests": {
    text: "Most requests that wait for a connection, with HTTP/2 too.",
    default: "2^32-1",
  },
  "spec.inboundConnectionPool.http.http2KeepAlive": {
    text: "Pings on HTTP/2 connections to the application.",
    default: "no pings",
  },
  "spec.inboundConnectionPool.http.http2MaxRequests": {
    text: "Most requests under way at a time, with HTTP/1.1 too.",
    default: "2^32-1",
  },
  "spec.inboundConnectionPool.http.idleTimeout": {
    text: "Time without any request after which the connection is closed; pings do not prolong it.",
    default: "1h",
  },
  "spec.inboundConnectionPool.http.maxConcurrentStreams": {
    text: "Most requests at a time on one HTTP/2 connection.",
    default: "2^31-1",
  },
  "spec.inboundConnectionPool.http.maxRequestsPerConnection": {
    text: "Requests before a connection is closed; 1 switches keep-alive off.",
    default: "no limit",
  },
  "spec.inboundConnectionPool.http.maxRetries": {
    text: "Most retries under way at a time.",
    default: "2^32-1",
  },
  "spec.inboundConnectionPool.http.useClientProtocol": {
    text: "Keeps the version of HTTP that the client speaks; `h2UpgradePolicy` is then without effect.",
    default: "false",
  },
  "spec.inboundConnectionPool.tcp.connectTimeout": {
    text: "Time for a connection to be made.",
    default: "10s",
  },
  "spec.inboundConnectionPool.tcp.idleTimeout": {
    text: "Time without any byte after which the connection is closed; `0s` switches it off.",
  },
  "spec.inboundConnectionPool.tcp.maxConnectionDuration": {
    text: "Age at which a connection is closed.",
    default: "no limit",
  },
  "spec.inboundConnectionPool.tcp.maxConnections": {
    text: "Most connections to the application at a time.",
    default: "2^32-1",
  },
  "spec.inboundConnectionPool.tcp.tcpKeepalive": {
    text: "Probes of the operating system on quiet connections.",
    default: "as set for the mesh",
  },
  "spec.ingress.tls.caCertCredentialName": {
    text: "Secret or ConfigMap with the client CA.",
  },
  "spec.ingress.tls.caCertificates": {
    text: "File with the client CA, in the sidecar's container; needed for `MUTUAL`.",
  },
  "spec.ingress.tls.caCrl": {
    text: "File with revoked client certificates.",
    default: "no check for revocation",
  },
  "spec.ingress.tls.cipherSuites": {
    text: "Ciphers of TLS 1.2, by their OpenSSL names.",
    default: "Envoy's own list",
  },
  "spec.ingress.tls.credentialName": {
    text: "Not supported here: name files instead.",
  },
  "spec.ingress.tls.credentialNames": {
    text: "Not supported here: name files instead.",
  },
  "spec.ingress.tls.httpsRedirect": {
    text: "Not supported here.",
  },
  "spec.ingress.tls.insecureSkipVerify": {
    text: "Checks the client certificate but lets the client in even if it is not valid.",
    default: "false",
  },
  "spec.ingress.tls.maxProtocolVersion": {
    text: "Highest version of TLS.",
    default: "TLSV1_3",
  },
  "spec.ingress.tls.minProtocolVersion": {
    text: "Lowest version of TLS; below `TLSV1_2` only with fitting `cipherSuites`.",
    default: "TLSV1_2",
  },
  "spec.ingress.tls.mode": {
    text: "`SIMPLE`, or `MUTUAL` for client certificates too; the others are not supported here.",
  },
  "spec.ingress.tls.privateKey": {
    text: "File with the server's key, in the sidecar's container.",
  },
  "spec.ingress.tls.serverCertificate": {
    text: "File with the server's certificate, in the sidecar's container.",
  },
  "spec.ingress.tls.subjectAltNames": {
    text: "Not supported here.",
  },
  "spec.ingress.tls.tlsCertificates": {
    text: "Not supported here: use `serverCertificate` and `privateKey`.",
  },
  "spec.ingress.tls.verifyCertificateHash": {
    text: "SHA-256 of accepted client certificates, in hex; a hit here or in `verifyCertificateSpki` is enough.",
  },
  "spec.ingress.tls.verifyCertificateSpki": {
    text: "SHA-256 of accepted clients' public keys, in base64; a hit here or in `verifyCertificateHash` is enough.",
  },
  "spec.outboundTrafficPolicy.egressProxy.host": {
    text: "Service's FQDN.",
  },
  "spec.outboundTrafficPolicy.egressProxy.port": {
    text: "Port of the Service; has to be given.",
  },
  "spec.outboundTrafficPolicy.egressProxy.subset": {
    text: "Subset that a DestinationRule of the host declares.",
  },
  "spec.inboundConnectionPool.http.http2KeepAlive.interval": {
    text: "Time between two pings.",
  },
  "spec.inboundConnectionPool.http.http2KeepAlive.timeout": {
    text: "How long the answer to a ping may take before the connection is closed.",
  },
  "spec.inboundConnectionPool.tcp.tcpKeepalive.interval": {
    text: "Time between two probes.",
    default: "the system's setting, 75s on Linux",
  },
  "spec.inboundConnectionPool.tcp.tcpKeepalive.probes": {
    text: "Probes without an answer until the connection is given up.",
    default: "the system's setting, 9 on Linux",
  },
  "spec.inboundConnectionPool.tcp.tcpKeepalive.time": {
    text: "Quiet time before the first probe.",
    default: "the system's setting, 7200s on Linux",
  },
  "spec.ingress.tls.tlsCertificates.caCertificates": {
    text: "File with the client CA; not supported here, like the whole list.",
  },
  "spec.ingress.tls.tlsCertificates.privateKey": {
    text: "File with the key; not supported here, like the whole list.",
  },
  "spec.ingress.tls.tlsCertificates.serverCertificate": {
    text: "File with the certificate; not supported here, like the whole list.",
  },
  "spec.outboundTrafficPolicy.egressProxy.port.number": {
    text: "Port number of the Service, not of the container.",
  },
  "spec.ingress.tls.alpnProtocols": {
    text: "Protocols that are offered in the handshake (ALPN), in place of Istio's.",
    default: "those of the port's protocol",
  },
  "spec.ingress.tls.ecdhCurves": {
    text: "Curves of the key exchange, by their OpenSSL names.",
    default: "Envoy's own list",
  },
};
