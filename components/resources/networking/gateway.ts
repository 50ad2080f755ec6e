// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of Gateway (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface GatewaySpec {
  /**
   * Labels of the gateway's Pods that serve this.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  selector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Ports, hosts and TLS settings that are served.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  servers?: GatewayServer[];
}

/**
 * `spec.servers` of Gateway.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface GatewayServer {
  /**
   * Address or `unix://` socket to listen on; clients outside do not reach such a server.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  bind?: pulumi.Input<string>;
  /**
   * Not implemented: has no effect.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  defaultEndpoint?: pulumi.Input<string>;
  /**
   * Hosts served, as `host` or `namespace/host`; `*` is any.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  hosts: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Name of the server, for logs.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  name?: pulumi.Input<string>;
  /**
   * Port of the gateway's Service.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  port: GatewayServerPort;
  /**
   * TLS of this server; needed for `HTTPS` and `TLS`.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  tls?: GatewayServerTls;
}

/**
 * `spec.servers.port` of Gateway.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface GatewayServerPort {
  /**
   * Name of the port, unique in the gateway.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  name: pulumi.Input<string>;
  /**
   * Number of the port.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  number: pulumi.Input<number>;
  /**
   * One of `HTTP`, `HTTPS`, `HTTP2`, `GRPC`, `GRPC-WEB`, `TLS`, `TCP`, `MONGO`, `MYSQL`, `REDIS`, `UDP`.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  protocol: pulumi.Input<string>;
  /**
   * Deprecated: leave it out, gateways refuse it.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  targetPort?: pulumi.Input<number>;
}

/**
 * `spec.servers.tls` of Gateway.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface GatewayServerTls {
  /**
   * Protocols that are offered in the handshake (ALPN), in place of Istio's.
   * From Istio 1.32 on.
   * @default - those of the port's protocol
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  alpnProtocols?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Secret or ConfigMap with the client CA; wins over a CA in the Secret of `credentialName`.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  caCertCredentialName?: pulumi.Input<string>;
  /**
   * File with the client CA; needed for `MUTUAL` and `OPTIONAL_MUTUAL` without a credential.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  caCertificates?: pulumi.Input<string>;
  /**
   * File with revoked client certificates.
   * @default - no check for revocation
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  caCrl?: pulumi.Input<string>;
  /**
   * Ciphers of TLS 1.2, by their OpenSSL names.
   * @default - Envoy's own list
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  cipherSuites?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Secret with the certificate, in the namespace of the gateway's Pods; the client CA is in `<name>-cacert`.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  credentialName?: pulumi.Input<string>;
  /**
   * Secrets with an RSA and an ECDSA certificate.
   * Allowed: 1 to 2 entries.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  credentialNames?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Curves of the key exchange, by their OpenSSL names.
   * From Istio 1.32 on.
   * @default - Envoy's own list
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  ecdhCurves?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Answers HTTP with 301 to HTTPS.
   * @default - false
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  httpsRedirect?: pulumi.Input<boolean>;
  /**
   * Checks the client certificate but lets the client in even if it is not valid.
   * @default - false
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  insecureSkipVerify?: pulumi.Input<boolean>;
  /**
   * Highest version of TLS.
   * @default - TLSV1_3
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  maxProtocolVersion?: pulumi.Input<"TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3">;
  /**
   * Lowest version of TLS.
   * @default - TLSV1_2
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  minProtocolVersion?: pulumi.Input<"TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3">;
  /**
   * `SIMPLE`, `MUTUAL` (client certificates too), `OPTIONAL_MUTUAL`, `PASSTHROUGH` (by SNI), `AUTO_PASSTHROUGH` or `ISTIO_MUTUAL`.
   * @default - PASSTHROUGH
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  mode?: pulumi.Input<
    "PASSTHROUGH" | "SIMPLE" | "MUTUAL" | "AUTO_PASSTHROUGH" | "ISTIO_MUTUAL" | "OPTIONAL_MUTUAL"
  >;
  /**
   * File with the server's key, in the gateway's container; `credentialName` needs none.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  privateKey?: pulumi.Input<string>;
  /**
   * File with the server's certificate, in the gateway's container; `credentialName` needs none.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  serverCertificate?: pulumi.Input<string>;
  /**
   * Names of which the client certificate has one; for `MUTUAL` only.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  subjectAltNames?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Files with an RSA and an ECDSA certificate; excludes the other ways to name certificates.
   * Allowed: 1 to 2 entries.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  tlsCertificates?: GatewayServerTlsTlsCertificate[];
  /**
   * SHA-256 of accepted client certificates, in hex; a hit here or in `verifyCertificateSpki` is enough.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  verifyCertificateHash?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * SHA-256 of accepted clients' public keys, in base64; a hit here or in `verifyCertificateHash` is enough.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  verifyCertificateSpki?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.servers.tls.tlsCertificates` of Gateway.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface GatewayServerTlsTlsCertificate {
  /**
   * File with the client CA for this certificate.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  caCertificates?: pulumi.Input<string>;
  /**
   * File with the key of this certificate.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  privateKey?: pulumi.Input<string>;
  /**
   * File with the server's certificate.
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  serverCertificate?: pulumi.Input<string>;
}
