import type { FieldSentences } from "./field-sentence";

export const gatewayNetworking: FieldSentences = {
  "spec.selector": {
    text: "Labels of the gateway's Pods that serve this.",
  },
  "spec.servers": {
    text: "Ports, hosts and TLS settings that are served.",
  },
  "spec.servers.hosts": {
    text: "Hosts served, as `host` or `namespace/host`; `*` is any.",
  },
  "spec.servers.port": {
    text: "Port of the gateway's Service.",
  },
  "spec.servers.tls": {
    text: "TLS of this server; needed for `HTTPS` and `TLS`.",
  },
  "spec.servers.name": {
    text: "Name of the server, for logs.",
  },
  "spec.servers.port.number": {
    text: "Number of the port.",
  },
  "spec.servers.port.name": {
    text: "Name of the port, unique in the gateway.",
  },
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
  "spec.servers.tls.credentialNames": {
    text: "Secrets with an RSA and an ECDSA certificate.",
  },
  "spec.servers.tls.httpsRedirect": {
    text: "Answers HTTP with 301 to HTTPS.",
    default: "false",
  },
  "spec.servers.tls.minProtocolVersion": {
    text: "Lowest version of TLS.",
    default: "TLSV1_2",
  },
  "spec.servers.tls.maxProtocolVersion": {
    text: "Highest version of TLS.",
    default: "TLSV1_3",
  },
  "spec.servers.tls.cipherSuites": {
    text: "Ciphers of TLS 1.2, by their OpenSSL names.",
    default: "Envoy's own list",
  },
};
