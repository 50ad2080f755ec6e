// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface DestinationRuleSpec {
  exportTo?: string[];
  host: string;
  subsets?: Subset[];
  trafficPolicy?: TrafficPolicy;
  workloadSelector?: DestinationRuleWorkloadSelector;
}

export interface Subset {
  labels?: { [key: string]: string };
  name: string;
  trafficPolicy?: TrafficPolicy;
}

export interface TrafficPolicy {
  connectionPool?: ConnectionPoolSettings;
  loadBalancer?: LoadBalancerSettings;
  outlierDetection?: OutlierDetection;
  portLevelSettings?: PortTrafficPolicy[];
  proxyProtocol?: DestinationRuleTrafficPolicyProxyProtocol;
  retryBudget?: DestinationRuleTrafficPolicyRetryBudget;
  tls?: ClientTlsSettings;
  tunnel?: DestinationRuleTrafficPolicyTunnel;
}

export interface DestinationRuleWorkloadSelector {
  matchLabels?: { [key: string]: string };
}

export interface ConnectionPoolSettings {
  http?: DestinationRuleTrafficPolicyConnectionPoolHttp;
  tcp?: DestinationRuleTrafficPolicyConnectionPoolTcp;
}

export interface LoadBalancerSettings {
  backendUtilization?: DestinationRuleTrafficPolicyLoadBalancerBackendUtilization;
  consistentHash?: DestinationRuleTrafficPolicyLoadBalancerConsistentHash;
  localityLbSetting?: DestinationRuleTrafficPolicyLoadBalancerLocalityLbSetting;
  simple?:
    | "UNSPECIFIED"
    | "LEAST_CONN"
    | "RANDOM"
    | "PASSTHROUGH"
    | "ROUND_ROBIN"
    | "LEAST_REQUEST";
  warmup?: DestinationRuleTrafficPolicyLoadBalancerWarmup;
  warmupDurationSecs?: string;
  zoneAwareLbSetting?: DestinationRuleTrafficPolicyLoadBalancerZoneAwareLbSetting;
}

export interface OutlierDetection {
  baseEjectionTime?: string;
  consecutive5xxErrors?: number;
  consecutiveErrors?: number;
  consecutiveGatewayErrors?: number;
  consecutiveLocalOriginFailures?: number;
  failurePercentageThreshold?: number;
  interval?: string;
  maxEjectionPercent?: number;
  minHealthPercent?: number;
  outlierDetectionHttpErrorCodes?: number[];
  splitExternalLocalOriginErrors?: boolean;
}

export interface PortTrafficPolicy {
  connectionPool?: ConnectionPoolSettings;
  loadBalancer?: LoadBalancerSettings;
  outlierDetection?: OutlierDetection;
  port?: DestinationRuleTrafficPolicyPortLevelSettingPort;
  tls?: ClientTlsSettings;
}

export interface DestinationRuleTrafficPolicyProxyProtocol {
  version?: "V1" | "V2";
}

export interface DestinationRuleTrafficPolicyRetryBudget {
  budgetInterval?: string;
  minRetryConcurrency?: number;
  percent?: number;
}

export interface ClientTlsSettings {
  caCertCredentialName?: string;
  caCertificates?: string;
  caCrl?: string;
  clientCertificate?: string;
  credentialName?: string;
  insecureSkipVerify?: boolean;
  mode?: "DISABLE" | "SIMPLE" | "MUTUAL" | "ISTIO_MUTUAL";
  privateKey?: string;
  sni?: string;
  subjectAltNames?: string[];
}

export interface DestinationRuleTrafficPolicyTunnel {
  protocol?: string;
  targetHost: string;
  targetPort: number;
}

export interface DestinationRuleTrafficPolicyConnectionPoolHttp {
  h2UpgradePolicy?: "DEFAULT" | "DO_NOT_UPGRADE" | "UPGRADE";
  http1MaxPendingRequests?: number;
  http2KeepAlive?: DestinationRuleTrafficPolicyConnectionPoolHttpHttp2KeepAlive;
  http2MaxRequests?: number;
  idleTimeout?: string;
  maxConcurrentStreams?: number;
  maxRequestsPerConnection?: number;
  maxRetries?: number;
  useClientProtocol?: boolean;
}

export interface DestinationRuleTrafficPolicyConnectionPoolTcp {
  connectTimeout?: string;
  idleTimeout?: string;
  maxConnectionDuration?: string;
  maxConnections?: number;
  tcpKeepalive?: DestinationRuleTrafficPolicyConnectionPoolTcpTcpKeepalive;
}

export interface DestinationRuleTrafficPolicyLoadBalancerBackendUtilization {
  errorUtilizationPenaltyPercent?: number;
  metricNamesForComputingUtilization?: string[];
  weightExpirationPeriod?: string;
  weightStabilizationPeriod?: string;
  weightUpdatePeriod?: string;
}

export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHash {
  httpCookie?: DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookie;
  httpHeaderName?: string;
  httpQueryParameterName?: string;
  maglev?: DestinationRuleTrafficPolicyLoadBalancerConsistentHashMaglev;
  minimumRingSize?: number;
  ringHash?: DestinationRuleTrafficPolicyLoadBalancerConsistentHashRingHash;
  useSourceIp?: boolean;
}

export interface DestinationRuleTrafficPolicyLoadBalancerLocalityLbSetting {
  distribute?: DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingDistribute[];
  enabled?: boolean;
  failover?: DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingFailover[];
  failoverPriority?: string[];
}

export interface DestinationRuleTrafficPolicyLoadBalancerWarmup {
  aggression?: number;
  duration: string;
  minimumPercent?: number;
}

export interface DestinationRuleTrafficPolicyLoadBalancerZoneAwareLbSetting {
  enabled?: boolean;
  failover?: DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingFailover[];
  failoverPriority?: string[];
  minClusterSize?: number;
}

export interface DestinationRuleTrafficPolicyPortLevelSettingPort {
  number?: number;
}

export interface DestinationRuleTrafficPolicyConnectionPoolHttpHttp2KeepAlive {
  interval?: string;
  timeout?: string;
}

export interface DestinationRuleTrafficPolicyConnectionPoolTcpTcpKeepalive {
  interval?: string;
  probes?: number;
  time?: string;
}

export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookie {
  attributes?: DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookieAttribute[];
  name: string;
  path?: string;
  ttl?: string;
}

export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashMaglev {
  tableSize?: number;
}

export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashRingHash {
  minimumRingSize?: number;
}

export interface DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingDistribute {
  from?: string;
  to?: { [key: string]: number };
}

export interface DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingFailover {
  from?: string;
  to?: string;
}

export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookieAttribute {
  name: string;
  value?: string;
}
