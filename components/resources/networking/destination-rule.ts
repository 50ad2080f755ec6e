// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of DestinationRule (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleSpec {
  /**
   * Namespaces whose clients follow the rule: `.` is the own one, `*` all.
   * @default - all namespaces
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  exportTo?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Service's name or FQDN that the rule is for. Short names belong to the namespace of this object.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  host: pulumi.Input<string>;
  /**
   * Named parts of the service, chosen by the labels of their Pods.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  subsets?: Subset[];
  /**
   * How clients talk to the service.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  trafficPolicy?: TrafficPolicy;
  /**
   * Clients that follow the rule, by the labels of their Pods.
   * @default - all clients
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  workloadSelector?: DestinationRuleWorkloadSelector;
}

/**
 * `spec.subsets` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface Subset {
  /**
   * Labels of the subset's Pods, beside those that the Service selects.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Name by which routes refer to the subset.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  name: pulumi.Input<string>;
  /**
   * Settings for this subset, in place of the host's.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  trafficPolicy?: TrafficPolicy;
}

/**
 * `spec.trafficPolicy` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface TrafficPolicy {
  /**
   * Limits of connections and requests under way.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  connectionPool?: ConnectionPoolSettings;
  /**
   * How a request's endpoint is chosen.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  loadBalancer?: LoadBalancerSettings;
  /**
   * When an endpoint that fails is left out for a while.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  outlierDetection?: OutlierDetection;
  /**
   * Settings for single ports, in place of those above.
   * Allowed: at most 4096 entries.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  portLevelSettings?: PortTrafficPolicy[];
  proxyProtocol?: DestinationRuleTrafficPolicyProxyProtocol;
  retryBudget?: DestinationRuleTrafficPolicyRetryBudget;
  /**
   * TLS from the client's proxy to the service.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  tls?: ClientTlsSettings;
  tunnel?: DestinationRuleTrafficPolicyTunnel;
}

/**
 * `spec.workloadSelector` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleWorkloadSelector {
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.trafficPolicy.connectionPool` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ConnectionPoolSettings {
  /**
   * Limits for HTTP.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  http?: DestinationRuleTrafficPolicyConnectionPoolHttp;
  /**
   * Limits for all connections.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  tcp?: DestinationRuleTrafficPolicyConnectionPoolTcp;
}

/**
 * `spec.trafficPolicy.loadBalancer` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export type LoadBalancerSettings = {
  /**
   * Preference for near endpoints.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  localityLbSetting?: DestinationRuleTrafficPolicyLoadBalancerLocalityLbSetting;
  warmup?: DestinationRuleTrafficPolicyLoadBalancerWarmup;
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  warmupDurationSecs?: pulumi.Input<string>;
  zoneAwareLbSetting?: DestinationRuleTrafficPolicyLoadBalancerZoneAwareLbSetting;
} & (
  | {
      simple?: never;
      consistentHash?: never;
    }
  | {
      /**
       * Standard choice of endpoints.
       * @default - LEAST_REQUEST
       * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
       */
      simple: pulumi.Input<
        "UNSPECIFIED" | "LEAST_CONN" | "RANDOM" | "PASSTHROUGH" | "ROUND_ROBIN" | "LEAST_REQUEST"
      >;
      consistentHash?: never;
    }
  | {
      simple?: never;
      /**
       * Sticky choice by a header, cookie, address or query parameter.
       * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
       */
      consistentHash: DestinationRuleTrafficPolicyLoadBalancerConsistentHash;
    }
);

/**
 * `spec.trafficPolicy.outlierDetection` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface OutlierDetection {
  /**
   * Shortest time that an endpoint is left out; it grows with each time.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - 30s
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  baseEjectionTime?: pulumi.Input<string>;
  /**
   * Errors in a row, 5xx or no connection, before an endpoint is left out; 0 switches it off.
   * Allowed: 0 to 4294967295.
   * @default - 5
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  consecutive5xxErrors?: pulumi.Input<number>;
  consecutiveErrors?: pulumi.Input<number>;
  /**
   * 502, 503 and 504 in a row before an endpoint is left out; 0 switches it off.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  consecutiveGatewayErrors?: pulumi.Input<number>;
  /** Allowed: 0 to 4294967295. */
  consecutiveLocalOriginFailures?: pulumi.Input<number>;
  /**
   * Time between two looks at the endpoints.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - 10s
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  interval?: pulumi.Input<string>;
  /**
   * Share of the endpoints that may be left out, in percent.
   * @default - 10
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  maxEjectionPercent?: pulumi.Input<number>;
  /**
   * Healthy share, in percent, below which no endpoint is left out.
   * @default - 0
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  minHealthPercent?: pulumi.Input<number>;
  outlierDetectionHttpErrorCodes?: pulumi.Input<pulumi.Input<number>[]>;
  splitExternalLocalOriginErrors?: pulumi.Input<boolean>;
}

/**
 * `spec.trafficPolicy.portLevelSettings` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface PortTrafficPolicy {
  connectionPool?: ConnectionPoolSettings;
  loadBalancer?: LoadBalancerSettings;
  outlierDetection?: OutlierDetection;
  port?: DestinationRuleTrafficPolicyPortLevelSettingPort;
  tls?: ClientTlsSettings;
}

/**
 * `spec.trafficPolicy.proxyProtocol` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyProxyProtocol {
  version?: pulumi.Input<"V1" | "V2">;
}

/**
 * `spec.trafficPolicy.retryBudget` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyRetryBudget {
  budgetInterval?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  minRetryConcurrency?: pulumi.Input<number>;
  /** Allowed: 0 to 100. */
  percent?: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.tls` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ClientTlsSettings {
  /**
   * File with the authorities that the server's certificate is checked by.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  caCertificates?: pulumi.Input<string>;
  caCrl?: pulumi.Input<string>;
  clientCertificate?: pulumi.Input<string>;
  credentialName?: pulumi.Input<string>;
  insecureSkipVerify?: pulumi.Input<boolean>;
  /**
   * `DISABLE`, `SIMPLE` (server's certificate), `MUTUAL` (own certificates) or `ISTIO_MUTUAL` (the mesh's).
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  mode?: pulumi.Input<"DISABLE" | "SIMPLE" | "MUTUAL" | "ISTIO_MUTUAL">;
  privateKey?: pulumi.Input<string>;
  /**
   * Server name of the TLS handshake.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  sni?: pulumi.Input<string>;
  /**
   * Names of which the server's certificate has one.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  subjectAltNames?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.trafficPolicy.tunnel` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyTunnel {
  protocol?: pulumi.Input<string>;
  targetHost: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  targetPort: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.connectionPool.http` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyConnectionPoolHttp {
  h2UpgradePolicy?: pulumi.Input<"DEFAULT" | "DO_NOT_UPGRADE" | "UPGRADE">;
  /**
   * Most requests that wait for a connection.
   * @default - 2^32-1
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  http1MaxPendingRequests?: pulumi.Input<number>;
  http2KeepAlive?: DestinationRuleTrafficPolicyConnectionPoolHttpHttp2KeepAlive;
  /**
   * Most requests under way at a time.
   * @default - 2^32-1
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  http2MaxRequests?: pulumi.Input<number>;
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  idleTimeout?: pulumi.Input<string>;
  maxConcurrentStreams?: pulumi.Input<number>;
  /**
   * Requests before a connection is closed; 1 switches keep-alive off.
   * @default - no limit
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  maxRequestsPerConnection?: pulumi.Input<number>;
  /**
   * Most retries under way at a time.
   * @default - 2^32-1
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  maxRetries?: pulumi.Input<number>;
  useClientProtocol?: pulumi.Input<boolean>;
}

/**
 * `spec.trafficPolicy.connectionPool.tcp` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyConnectionPoolTcp {
  /**
   * Time for a connection to be made.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - 10s
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  connectTimeout?: pulumi.Input<string>;
  idleTimeout?: pulumi.Input<string>;
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  maxConnectionDuration?: pulumi.Input<string>;
  /**
   * Most connections to the host at a time.
   * @default - 2^32-1
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  maxConnections?: pulumi.Input<number>;
  tcpKeepalive?: DestinationRuleTrafficPolicyConnectionPoolTcpTcpKeepalive;
}

/**
 * `spec.trafficPolicy.loadBalancer.consistentHash` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export type DestinationRuleTrafficPolicyLoadBalancerConsistentHash = {
  /** Allowed: 0 or more. */
  minimumRingSize?: pulumi.Input<number>;
} & (
  | {
      httpHeaderName?: never;
      httpCookie?: never;
      useSourceIp?: never;
      httpQueryParameterName?: never;
    }
  | {
      httpHeaderName: pulumi.Input<string>;
      httpCookie?: never;
      useSourceIp?: never;
      httpQueryParameterName?: never;
    }
  | {
      httpHeaderName?: never;
      httpCookie: DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookie;
      useSourceIp?: never;
      httpQueryParameterName?: never;
    }
  | {
      httpHeaderName?: never;
      httpCookie?: never;
      useSourceIp: pulumi.Input<boolean>;
      httpQueryParameterName?: never;
    }
  | {
      httpHeaderName?: never;
      httpCookie?: never;
      useSourceIp?: never;
      httpQueryParameterName: pulumi.Input<string>;
    }
) &
  (
    | {
        ringHash?: never;
        maglev?: never;
      }
    | {
        ringHash: DestinationRuleTrafficPolicyLoadBalancerConsistentHashRingHash;
        maglev?: never;
      }
    | {
        ringHash?: never;
        maglev: DestinationRuleTrafficPolicyLoadBalancerConsistentHashMaglev;
      }
  );

/**
 * `spec.trafficPolicy.loadBalancer.localityLbSetting` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerLocalityLbSetting {
  distribute?: DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingDistribute[];
  enabled?: pulumi.Input<boolean>;
  failover?: DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingFailover[];
  failoverPriority?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.trafficPolicy.loadBalancer.warmup` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerWarmup {
  /** Allowed: 0 or more. */
  aggression?: pulumi.Input<number>;
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  duration: pulumi.Input<string>;
  /** Allowed: 0 to 100. */
  minimumPercent?: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.loadBalancer.zoneAwareLbSetting` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerZoneAwareLbSetting {
  enabled?: pulumi.Input<boolean>;
  failover?: DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingFailover[];
  failoverPriority?: pulumi.Input<pulumi.Input<string>[]>;
  /** Allowed: 1 to 4294967295. */
  minClusterSize?: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.portLevelSettings.port` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyPortLevelSettingPort {
  /** Allowed: 0 to 4294967295. */
  number?: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.connectionPool.http.http2KeepAlive` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyConnectionPoolHttpHttp2KeepAlive {
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  interval?: pulumi.Input<string>;
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  timeout?: pulumi.Input<string>;
}

/**
 * `spec.trafficPolicy.connectionPool.tcp.tcpKeepalive` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyConnectionPoolTcpTcpKeepalive {
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  interval?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  probes?: pulumi.Input<number>;
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  time?: pulumi.Input<string>;
}

/**
 * `spec.trafficPolicy.loadBalancer.consistentHash.httpCookie` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookie {
  attributes?: DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookieAttribute[];
  name: pulumi.Input<string>;
  path?: pulumi.Input<string>;
  ttl?: pulumi.Input<string>;
}

/**
 * `spec.trafficPolicy.loadBalancer.consistentHash.maglev` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashMaglev {
  /** Allowed: 0 or more. */
  tableSize?: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.loadBalancer.consistentHash.ringHash` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashRingHash {
  /** Allowed: 0 or more. */
  minimumRingSize?: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.loadBalancer.localityLbSetting.distribute` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingDistribute {
  from?: pulumi.Input<string>;
  to?: pulumi.Input<{ [key: string]: pulumi.Input<number> }>;
}

/**
 * `spec.trafficPolicy.loadBalancer.localityLbSetting.failover` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingFailover {
  from?: pulumi.Input<string>;
  to?: pulumi.Input<string>;
}

/**
 * `spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.attributes` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookieAttribute {
  name: pulumi.Input<string>;
  value?: pulumi.Input<string>;
}
