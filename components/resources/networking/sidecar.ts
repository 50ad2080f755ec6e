// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of Sidecar (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarSpec {
  /**
   * What the proxies may reach, and how.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  egress?: SidecarEgress[];
  inboundConnectionPool?: SidecarInboundConnectionPool;
  /**
   * Ports on which the proxies accept requests.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  ingress?: SidecarIngress[];
  /**
   * What happens to requests for hosts that the mesh does not know.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  outboundTrafficPolicy?: SidecarOutboundTrafficPolicy;
  /**
   * Workloads that the settings are for, by label.
   * @default - all of the namespace
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  workloadSelector?: SidecarWorkloadSelector;
}

/**
 * `spec.egress` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarEgress {
  bind?: pulumi.Input<string>;
  captureMode?: pulumi.Input<"DEFAULT" | "IPTABLES" | "NONE">;
  /**
   * Services to be reached, as `namespace/host`; `./*` is the own namespace, `*\/*` all.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  hosts: pulumi.Input<pulumi.Input<string>[]>;
  port?: SidecarEgressPort;
}

/**
 * `spec.inboundConnectionPool` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarInboundConnectionPool {
  http?: SidecarInboundConnectionPoolHttp;
  tcp?: SidecarInboundConnectionPoolTcp;
}

/**
 * `spec.ingress` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarIngress {
  bind?: pulumi.Input<string>;
  captureMode?: pulumi.Input<"DEFAULT" | "IPTABLES" | "NONE">;
  connectionPool?: SidecarInboundConnectionPool;
  defaultEndpoint?: pulumi.Input<string>;
  port: SidecarEgressPort;
  tls?: SidecarIngressTls;
}

/**
 * `spec.outboundTrafficPolicy` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarOutboundTrafficPolicy {
  egressProxy?: SidecarOutboundTrafficPolicyEgressProxy;
  mode?: pulumi.Input<"REGISTRY_ONLY" | "ALLOW_ANY">;
}

/**
 * `spec.workloadSelector` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarWorkloadSelector {
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.egress.port` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarEgressPort {
  name?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  number?: pulumi.Input<number>;
  protocol?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  targetPort?: pulumi.Input<number>;
}

/**
 * `spec.inboundConnectionPool.http` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarInboundConnectionPoolHttp {
  h2UpgradePolicy?: pulumi.Input<"DEFAULT" | "DO_NOT_UPGRADE" | "UPGRADE">;
  http1MaxPendingRequests?: pulumi.Input<number>;
  http2KeepAlive?: SidecarInboundConnectionPoolHttpHttp2KeepAlive;
  http2MaxRequests?: pulumi.Input<number>;
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  idleTimeout?: pulumi.Input<string>;
  maxConcurrentStreams?: pulumi.Input<number>;
  maxRequestsPerConnection?: pulumi.Input<number>;
  maxRetries?: pulumi.Input<number>;
  useClientProtocol?: pulumi.Input<boolean>;
}

/**
 * `spec.inboundConnectionPool.tcp` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarInboundConnectionPoolTcp {
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  connectTimeout?: pulumi.Input<string>;
  idleTimeout?: pulumi.Input<string>;
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  maxConnectionDuration?: pulumi.Input<string>;
  maxConnections?: pulumi.Input<number>;
  tcpKeepalive?: SidecarInboundConnectionPoolTcpTcpKeepalive;
}

/**
 * `spec.ingress.tls` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarIngressTls {
  caCertCredentialName?: pulumi.Input<string>;
  caCertificates?: pulumi.Input<string>;
  caCrl?: pulumi.Input<string>;
  cipherSuites?: pulumi.Input<pulumi.Input<string>[]>;
  credentialName?: pulumi.Input<string>;
  /** Allowed: 1 to 2 entries. */
  credentialNames?: pulumi.Input<pulumi.Input<string>[]>;
  httpsRedirect?: pulumi.Input<boolean>;
  insecureSkipVerify?: pulumi.Input<boolean>;
  maxProtocolVersion?: pulumi.Input<"TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3">;
  minProtocolVersion?: pulumi.Input<"TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3">;
  mode?: pulumi.Input<
    "PASSTHROUGH" | "SIMPLE" | "MUTUAL" | "AUTO_PASSTHROUGH" | "ISTIO_MUTUAL" | "OPTIONAL_MUTUAL"
  >;
  privateKey?: pulumi.Input<string>;
  serverCertificate?: pulumi.Input<string>;
  subjectAltNames?: pulumi.Input<pulumi.Input<string>[]>;
  /** Allowed: 1 to 2 entries. */
  tlsCertificates?: SidecarIngressTlsTlsCertificate[];
  verifyCertificateHash?: pulumi.Input<pulumi.Input<string>[]>;
  verifyCertificateSpki?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.outboundTrafficPolicy.egressProxy` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarOutboundTrafficPolicyEgressProxy {
  host: pulumi.Input<string>;
  port?: SidecarOutboundTrafficPolicyEgressProxyPort;
  subset?: pulumi.Input<string>;
}

/**
 * `spec.inboundConnectionPool.http.http2KeepAlive` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarInboundConnectionPoolHttpHttp2KeepAlive {
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  interval?: pulumi.Input<string>;
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  timeout?: pulumi.Input<string>;
}

/**
 * `spec.inboundConnectionPool.tcp.tcpKeepalive` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarInboundConnectionPoolTcpTcpKeepalive {
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  interval?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  probes?: pulumi.Input<number>;
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  time?: pulumi.Input<string>;
}

/**
 * `spec.ingress.tls.tlsCertificates` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarIngressTlsTlsCertificate {
  caCertificates?: pulumi.Input<string>;
  privateKey?: pulumi.Input<string>;
  serverCertificate?: pulumi.Input<string>;
}

/**
 * `spec.outboundTrafficPolicy.egressProxy.port` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarOutboundTrafficPolicyEgressProxyPort {
  /** Allowed: 0 to 4294967295. */
  number?: pulumi.Input<number>;
}
