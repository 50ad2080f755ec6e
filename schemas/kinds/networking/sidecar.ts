// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface SidecarSpec {
  egress?: SidecarEgress[];
  inboundConnectionPool?: SidecarInboundConnectionPool;
  ingress?: SidecarIngress[];
  outboundTrafficPolicy?: SidecarOutboundTrafficPolicy;
  workloadSelector?: SidecarWorkloadSelector;
}

export interface SidecarEgress {
  bind?: string;
  captureMode?: "DEFAULT" | "IPTABLES" | "NONE";
  hosts: string[];
  port?: SidecarEgressPort;
}

export interface SidecarInboundConnectionPool {
  http?: SidecarInboundConnectionPoolHttp;
  tcp?: SidecarInboundConnectionPoolTcp;
}

export interface SidecarIngress {
  bind?: string;
  captureMode?: "DEFAULT" | "IPTABLES" | "NONE";
  connectionPool?: SidecarInboundConnectionPool;
  defaultEndpoint?: string;
  port: SidecarEgressPort;
  tls?: SidecarIngressTls;
}

export interface SidecarOutboundTrafficPolicy {
  egressProxy?: SidecarOutboundTrafficPolicyEgressProxy;
  mode?: "REGISTRY_ONLY" | "ALLOW_ANY";
}

export interface SidecarWorkloadSelector {
  labels?: { [key: string]: string };
}

export interface SidecarEgressPort {
  name?: string;
  number?: number;
  protocol?: string;
  targetPort?: number;
}

export interface SidecarInboundConnectionPoolHttp {
  h2UpgradePolicy?: "DEFAULT" | "DO_NOT_UPGRADE" | "UPGRADE";
  http1MaxPendingRequests?: number;
  http2KeepAlive?: SidecarInboundConnectionPoolHttpHttp2KeepAlive;
  http2MaxRequests?: number;
  idleTimeout?: string;
  maxConcurrentStreams?: number;
  maxRequestsPerConnection?: number;
  maxRetries?: number;
  useClientProtocol?: boolean;
}

export interface SidecarInboundConnectionPoolTcp {
  connectTimeout?: string;
  idleTimeout?: string;
  maxConnectionDuration?: string;
  maxConnections?: number;
  tcpKeepalive?: SidecarInboundConnectionPoolTcpTcpKeepalive;
}

export interface SidecarIngressTls {
  alpnProtocols?: string[];
  caCertCredentialName?: string;
  caCertificates?: string;
  caCrl?: string;
  cipherSuites?: string[];
  credentialName?: string;
  credentialNames?: string[];
  ecdhCurves?: string[];
  httpsRedirect?: boolean;
  insecureSkipVerify?: boolean;
  maxProtocolVersion?: "TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3";
  minProtocolVersion?: "TLS_AUTO" | "TLSV1_0" | "TLSV1_1" | "TLSV1_2" | "TLSV1_3";
  mode?:
    | "PASSTHROUGH"
    | "SIMPLE"
    | "MUTUAL"
    | "AUTO_PASSTHROUGH"
    | "ISTIO_MUTUAL"
    | "OPTIONAL_MUTUAL";
  privateKey?: string;
  serverCertificate?: string;
  subjectAltNames?: string[];
  tlsCertificates?: SidecarIngressTlsTlsCertificate[];
  verifyCertificateHash?: string[];
  verifyCertificateSpki?: string[];
}

export interface SidecarOutboundTrafficPolicyEgressProxy {
  host: string;
  port?: SidecarOutboundTrafficPolicyEgressProxyPort;
  subset?: string;
}

export interface SidecarInboundConnectionPoolHttpHttp2KeepAlive {
  interval?: string;
  timeout?: string;
}

export interface SidecarInboundConnectionPoolTcpTcpKeepalive {
  interval?: string;
  probes?: number;
  time?: string;
}

export interface SidecarIngressTlsTlsCertificate {
  caCertificates?: string;
  privateKey?: string;
  serverCertificate?: string;
}

export interface SidecarOutboundTrafficPolicyEgressProxyPort {
  number?: number;
}
