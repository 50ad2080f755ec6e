// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
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
  /**
   * Limits of connections to the application; wins over those of a DestinationRule, without merging.
   * @default - the DestinationRule's
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
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
  /**
   * Address or `unix://` socket to listen on; needs `port`.
   * @default - chosen by istiod, 127.0.0.1 if captureMode is NONE
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  bind?: pulumi.Input<string>;
  /**
   * How traffic gets to the listener: by iptables, or with `NONE` because the application calls it.
   * @default - DEFAULT
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  captureMode?: pulumi.Input<"DEFAULT" | "IPTABLES" | "NONE">;
  /**
   * Services to be reached, as `namespace/host`; `./*` is the own namespace, `*\/*` all.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  hosts: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Port of the listener, and of the services where they have none of their own; 0 for a socket.
   * @default - the ports of the services
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  port?: SidecarEgressPort;
}

/**
 * `spec.inboundConnectionPool` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarInboundConnectionPool {
  /**
   * Limits for HTTP.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  http?: SidecarInboundConnectionPoolHttp;
  /**
   * Limits for all connections.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  tcp?: SidecarInboundConnectionPoolTcp;
}

/**
 * `spec.ingress` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarIngress {
  /**
   * IP to listen on; sockets are not allowed.
   * @default - chosen by istiod
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  bind?: pulumi.Input<string>;
  /**
   * How traffic gets to the listener; with `NONE` its port has to be free on the host.
   * @default - DEFAULT
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  captureMode?: pulumi.Input<"DEFAULT" | "IPTABLES" | "NONE">;
  /**
   * Limits for this port, in place of `inboundConnectionPool`; nothing is merged.
   * @default - inboundConnectionPool
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  connectionPool?: SidecarInboundConnectionPool;
  /**
   * Where the application listens, e.g. `127.0.0.1:8080` or `unix:///path`; only on its own host.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  defaultEndpoint?: pulumi.Input<string>;
  /**
   * Port to listen on.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  port: SidecarEgressPort;
  /**
   * TLS that the sidecar ends, for clients outside the mesh.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  tls?: SidecarIngressTls;
}

/**
 * `spec.outboundTrafficPolicy` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarOutboundTrafficPolicy {
  /**
   * Service that gets requests for unknown hosts; needs `ALLOW_ANY` and an entry in `egress`.
   * @default - straight to the address called
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  egressProxy?: SidecarOutboundTrafficPolicyEgressProxy;
  /**
   * `REGISTRY_ONLY` drops requests to unknown hosts, `ALLOW_ANY` lets them out; no firewall.
   * @default - REGISTRY_ONLY, once outboundTrafficPolicy is given
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  mode?: pulumi.Input<"REGISTRY_ONLY" | "ALLOW_ANY">;
}

/**
 * `spec.workloadSelector` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarWorkloadSelector {
  /**
   * Labels that a Pod has to carry, all of them; same namespace only.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.egress.port` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarEgressPort {
  /**
   * Name of the port.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  name?: pulumi.Input<string>;
  /**
   * Number of the port; 0 for a socket.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  number?: pulumi.Input<number>;
  /**
   * One of `HTTP`, `HTTPS`, `HTTP2`, `GRPC`, `TLS`, `TCP`, `MONGO`.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  protocol?: pulumi.Input<string>;
  /**
   * Deprecated: leave it out, sidecars refuse it.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  targetPort?: pulumi.Input<number>;
}

/**
 * `spec.inboundConnectionPool.http` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarInboundConnectionPoolHttp {
  /**
   * Whether HTTP/1.1 is turned into HTTP/2 on the way to the application, which then has to speak it.
   * @default - DEFAULT, as set for the mesh
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  h2UpgradePolicy?: pulumi.Input<"DEFAULT" | "DO_NOT_UPGRADE" | "UPGRADE">;
  /**
   * Most requests that wait for a connection, with HTTP/2 too.
   * @default - 2^32-1
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  http1MaxPendingRequests?: pulumi.Input<number>;
  /**
   * Pings on HTTP/2 connections to the application.
   * @default - no pings
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  http2KeepAlive?: SidecarInboundConnectionPoolHttpHttp2KeepAlive;
  /**
   * Most requests under way at a time, with HTTP/1.1 too.
   * @default - 2^32-1
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  http2MaxRequests?: pulumi.Input<number>;
  /**
   * Time without any request after which the connection is closed; pings do not prolong it.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - 1h
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  idleTimeout?: pulumi.Input<string>;
  /**
   * Most requests at a time on one HTTP/2 connection.
   * @default - 2^31-1
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  maxConcurrentStreams?: pulumi.Input<number>;
  /**
   * Requests before a connection is closed; 1 switches keep-alive off.
   * @default - no limit
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  maxRequestsPerConnection?: pulumi.Input<number>;
  /**
   * Most retries under way at a time.
   * @default - 2^32-1
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  maxRetries?: pulumi.Input<number>;
  /**
   * Keeps the version of HTTP that the client speaks; `h2UpgradePolicy` is then without effect.
   * @default - false
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  useClientProtocol?: pulumi.Input<boolean>;
}

/**
 * `spec.inboundConnectionPool.tcp` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarInboundConnectionPoolTcp {
  /**
   * Time for a connection to be made.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - 10s
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  connectTimeout?: pulumi.Input<string>;
  /**
   * Time without any byte after which the connection is closed; `0s` switches it off.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  idleTimeout?: pulumi.Input<string>;
  /**
   * Age at which a connection is closed.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - no limit
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  maxConnectionDuration?: pulumi.Input<string>;
  /**
   * Most connections to the application at a time.
   * @default - 2^32-1
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  maxConnections?: pulumi.Input<number>;
  /**
   * Probes of the operating system on quiet connections.
   * @default - as set for the mesh
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  tcpKeepalive?: SidecarInboundConnectionPoolTcpTcpKeepalive;
}

/**
 * `spec.ingress.tls` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarIngressTls {
  /**
   * Protocols that are offered in the handshake (ALPN), in place of Istio's.
   * From Istio 1.32 on.
   * @default - those of the port's protocol
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  alpnProtocols?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Secret or ConfigMap with the client CA.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  caCertCredentialName?: pulumi.Input<string>;
  /**
   * File with the client CA, in the sidecar's container; needed for `MUTUAL`.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  caCertificates?: pulumi.Input<string>;
  /**
   * File with revoked client certificates.
   * @default - no check for revocation
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  caCrl?: pulumi.Input<string>;
  /**
   * Ciphers of TLS 1.2, by their OpenSSL names.
   * @default - Envoy's own list
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  cipherSuites?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Not supported here: name files instead.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  credentialName?: pulumi.Input<string>;
  /**
   * Not supported here: name files instead.
   * Allowed: 1 to 2 entries.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  credentialNames?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Curves of the key exchange, by their OpenSSL names.
   * From Istio 1.32 on.
   * @default - Envoy's own list
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  ecdhCurves?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Not supported here.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  httpsRedirect?: pulumi.Input<boolean>;
  /**
   * Checks the client certificate but lets the client in even if it is not valid.
   * @default - false
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  insecureSkipVerify?: pulumi.Input<boolean>;
  /**
   * Highest version of TLS.
   * @default - TLSV1_3
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  maxProtocolVersion?: pulumi.Input<"TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3">;
  /**
   * Lowest version of TLS; below `TLSV1_2` only with fitting `cipherSuites`.
   * @default - TLSV1_2
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  minProtocolVersion?: pulumi.Input<"TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3">;
  /**
   * `SIMPLE`, or `MUTUAL` for client certificates too; the others are not supported here.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  mode?: pulumi.Input<
    "PASSTHROUGH" | "SIMPLE" | "MUTUAL" | "AUTO_PASSTHROUGH" | "ISTIO_MUTUAL" | "OPTIONAL_MUTUAL"
  >;
  /**
   * File with the server's key, in the sidecar's container.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  privateKey?: pulumi.Input<string>;
  /**
   * File with the server's certificate, in the sidecar's container.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  serverCertificate?: pulumi.Input<string>;
  /**
   * Not supported here.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  subjectAltNames?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Not supported here: use `serverCertificate` and `privateKey`.
   * Allowed: 1 to 2 entries.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  tlsCertificates?: SidecarIngressTlsTlsCertificate[];
  /**
   * SHA-256 of accepted client certificates, in hex; a hit here or in `verifyCertificateSpki` is enough.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  verifyCertificateHash?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * SHA-256 of accepted clients' public keys, in base64; a hit here or in `verifyCertificateHash` is enough.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  verifyCertificateSpki?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.outboundTrafficPolicy.egressProxy` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarOutboundTrafficPolicyEgressProxy {
  /**
   * Service's FQDN.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  host: pulumi.Input<string>;
  /**
   * Port of the Service; has to be given.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  port?: SidecarOutboundTrafficPolicyEgressProxyPort;
  /**
   * Subset that a DestinationRule of the host declares.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  subset?: pulumi.Input<string>;
}

/**
 * `spec.inboundConnectionPool.http.http2KeepAlive` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarInboundConnectionPoolHttpHttp2KeepAlive {
  /**
   * Time between two pings.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  interval?: pulumi.Input<string>;
  /**
   * How long the answer to a ping may take before the connection is closed.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  timeout?: pulumi.Input<string>;
}

/**
 * `spec.inboundConnectionPool.tcp.tcpKeepalive` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarInboundConnectionPoolTcpTcpKeepalive {
  /**
   * Time between two probes.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - the system's setting, 75s on Linux
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  interval?: pulumi.Input<string>;
  /**
   * Probes without an answer until the connection is given up.
   * Allowed: 0 to 4294967295.
   * @default - the system's setting, 9 on Linux
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  probes?: pulumi.Input<number>;
  /**
   * Quiet time before the first probe.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - the system's setting, 7200s on Linux
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  time?: pulumi.Input<string>;
}

/**
 * `spec.ingress.tls.tlsCertificates` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarIngressTlsTlsCertificate {
  /**
   * File with the client CA; not supported here, like the whole list.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  caCertificates?: pulumi.Input<string>;
  /**
   * File with the key; not supported here, like the whole list.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  privateKey?: pulumi.Input<string>;
  /**
   * File with the certificate; not supported here, like the whole list.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  serverCertificate?: pulumi.Input<string>;
}

/**
 * `spec.outboundTrafficPolicy.egressProxy.port` of Sidecar.
 * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
 */
export interface SidecarOutboundTrafficPolicyEgressProxyPort {
  /**
   * Port number of the Service, not of the container.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/sidecar/
   */
  number?: pulumi.Input<number>;
}
