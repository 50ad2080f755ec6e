// Written by scripts/schemas from the custom resource definitions; not to be edited.
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
  bind?: pulumi.Input<string>;
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
  /** Allowed: 0 to 4294967295. */
  targetPort?: pulumi.Input<number>;
}

/**
 * `spec.servers.tls` of Gateway.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface GatewayServerTls {
  caCertCredentialName?: pulumi.Input<string>;
  caCertificates?: pulumi.Input<string>;
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
   * Answers HTTP with 301 to HTTPS.
   * @default - false
   * @see https://istio.io/latest/docs/reference/config/networking/gateway/
   */
  httpsRedirect?: pulumi.Input<boolean>;
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
  privateKey?: pulumi.Input<string>;
  serverCertificate?: pulumi.Input<string>;
  subjectAltNames?: pulumi.Input<pulumi.Input<string>[]>;
  /** Allowed: 1 to 2 entries. */
  tlsCertificates?: GatewayServerTlsTlsCertificate[];
  verifyCertificateHash?: pulumi.Input<pulumi.Input<string>[]>;
  verifyCertificateSpki?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.servers.tls.tlsCertificates` of Gateway.
 * @see https://istio.io/latest/docs/reference/config/networking/gateway/
 */
export interface GatewayServerTlsTlsCertificate {
  caCertificates?: pulumi.Input<string>;
  privateKey?: pulumi.Input<string>;
  serverCertificate?: pulumi.Input<string>;
}
