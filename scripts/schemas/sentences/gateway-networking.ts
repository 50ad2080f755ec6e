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
  "spec.servers.bind": {
    text: "Address or `unix://` socket to listen on; clients outside do not reach such a server.",
  },
  "spec.servers.defaultEndpoint": {
    text: "Not implemented: has no effect.",
  },
  "spec.servers.port.targetPort": {
    text: "Deprecated: leave it out, gateways refuse it.",
  },
  "spec.servers.tls.caCertCredentialName": {
    text: "Secret or ConfigMap with the client CA; wins over a CA in the Secret of `credentialName`.",
  },
  "spec.servers.tls.caCertificates": {
    text: "File with the client CA; needed for `MUTUAL` and `OPTIONAL_MUTUAL` without a credential.",
  },
  "spec.servers.tls.caCrl": {
    text: "File with revoked client certificates.",
    default: "no check for revocation",
  },
  "spec.servers.tls.insecureSkipVerify": {
    text: "Checks the client certificate but lets the client in even if it is not valid.",
    default: "false",
  },
  "spec.servers.tls.privateKey": {
    text: "File with the server's key, in the gateway's container; `credentialName` needs none.",
  },
  "spec.servers.tls.serverCertificate": {
    text: "File with the server's certificate, in the gateway's container; `credentialName` needs none.",
  },
  "spec.servers.tls.subjectAltNames": {
    text: "Names of which the client certificate has one; for `MUTUAL` only.",
  },
  "spec.servers.tls.tlsCertificates": {
    text: "Files with an RSA and an ECDSA certificate; excludes the other ways to name certificates.",
  },
  "spec.servers.tls.verifyCertificateHash": {
    text: "SHA-256 of accepted client certificates, in hex; a hit here or in `verifyCertificateSpki` is enough.",
  },
  "spec.servers.tls.verifyCertificateSpki": {
    text: "SHA-256 of accepted clients' public keys, in base64; a hit here or in `verifyCertificateHash` is enough.",
  },
  "spec.servers.tls.tlsCertificates.caCertificates": {
    text: "File with the client CA for this certificate.",
  },
  "spec.servers.tls.tlsCertificates.privateKey": {
    text: "File with the key of this certificate.",
  },
  "spec.servers.tls.tlsCertificates.serverCertificate": {
    text: "File with the server's certificate.",
  },
  "spec.servers.tls.alpnProtocols": {
    text: "Protocols that are offered in the handshake (ALPN), in place of Istio's.",
    default: "those of the port's protocol",
  },
  "spec.servers.tls.ecdhCurves": {
    text: "Curves of the key exchange, by their OpenSSL names.",
    default: "Envoy's own list",
  },
};
