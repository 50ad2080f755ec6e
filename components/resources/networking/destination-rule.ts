// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
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
  /**
   * PROXY protocol header that opens each connection and names the client's address.
   * @default - no such header
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  proxyProtocol?: DestinationRuleTrafficPolicyProxyProtocol;
  /**
   * Limit of the retries under way, measured by the requests under way.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  retryBudget?: DestinationRuleTrafficPolicyRetryBudget;
  /**
   * TLS from the client's proxy to the service.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  tls?: ClientTlsSettings;
  /**
   * Wraps the connection in HTTP, for a proxy on the way; for TCP and TLS routes only.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  tunnel?: DestinationRuleTrafficPolicyTunnel;
}

/**
 * `spec.workloadSelector` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleWorkloadSelector {
  /**
   * Labels that the client's Pod has to carry, all of them.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
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
  /**
   * Lets new endpoints start with few requests; for `ROUND_ROBIN` and `LEAST_REQUEST` only.
   * @default - no warm-up
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  warmup?: DestinationRuleTrafficPolicyLoadBalancerWarmup;
  /**
   * Deprecated: use `warmup`.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  warmupDurationSecs?: pulumi.Input<string>;
  /**
   * Keeps requests in their zone, by the number of endpoints; excludes `localityLbSetting`.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  zoneAwareLbSetting?: DestinationRuleTrafficPolicyLoadBalancerZoneAwareLbSetting;
} & (
  | {
      simple?: never;
      consistentHash?: never;
      backendUtilization?: never;
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
      backendUtilization?: never;
    }
  | {
      simple?: never;
      /**
       * Sticky choice by a header, cookie, address or query parameter.
       * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
       */
      consistentHash: DestinationRuleTrafficPolicyLoadBalancerConsistentHash;
      backendUtilization?: never;
    }
  | {
      simple?: never;
      consistentHash?: never;
      /**
       * Endpoints get their share by the load that they report (ORCA), less for those that are busy.
       * From Istio 1.32 on.
       * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
       */
      backendUtilization: DestinationRuleTrafficPolicyLoadBalancerBackendUtilization;
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
  /**
   * Deprecated: use `consecutive5xxErrors` or `consecutiveGatewayErrors`.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  consecutiveErrors?: pulumi.Input<number>;
  /**
   * 502, 503 and 504 in a row before an endpoint is left out; 0 switches it off.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  consecutiveGatewayErrors?: pulumi.Input<number>;
  /**
   * Failed connections and timeouts in a row; counts only with `splitExternalLocalOriginErrors`.
   * Allowed: 0 to 4294967295.
   * @default - 5
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  consecutiveLocalOriginFailures?: pulumi.Input<number>;
  /**
   * Percentage of failed requests at which an endpoint is left out.
   * Allowed: 0 to 100.
   * From Istio 1.32 on.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  failurePercentageThreshold?: pulumi.Input<number>;
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
  /**
   * Status codes that count as errors; only these count then.
   * @default - 5xx
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  outlierDetectionHttpErrorCodes?: pulumi.Input<pulumi.Input<number>[]>;
  /**
   * Counts failures to connect apart from errors that the service answers.
   * @default - false
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  splitExternalLocalOriginErrors?: pulumi.Input<boolean>;
}

/**
 * `spec.trafficPolicy.portLevelSettings` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface PortTrafficPolicy {
  /**
   * Limits for this port; those above are not inherited.
   * @default - standard values, not those above
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  connectionPool?: ConnectionPoolSettings;
  /**
   * Choice of endpoints for this port; the one above is not inherited.
   * @default - standard values, not those above
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  loadBalancer?: LoadBalancerSettings;
  /**
   * When an endpoint is left out, for this port; the settings above are not inherited.
   * @default - standard values, not those above
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  outlierDetection?: OutlierDetection;
  /**
   * Port of the Service that the settings are for.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  port?: DestinationRuleTrafficPolicyPortLevelSettingPort;
  /**
   * TLS for this port; the settings above are not inherited.
   * @default - standard values, not those above
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  tls?: ClientTlsSettings;
}

/**
 * `spec.trafficPolicy.proxyProtocol` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyProxyProtocol {
  /**
   * `V1` is readable text, `V2` is binary.
   * @default - V1
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  version?: pulumi.Input<"V1" | "V2">;
}

/**
 * `spec.trafficPolicy.retryBudget` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyRetryBudget {
  /**
   * Time for which a request goes on counting.
   * @default - 0ms: only requests under way or waiting
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  budgetInterval?: pulumi.Input<string>;
  /**
   * Retries that are always allowed, even with few requests.
   * Allowed: 0 to 4294967295.
   * @default - 3
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  minRetryConcurrency?: pulumi.Input<number>;
  /**
   * Most retries under way, in percent of the requests under way or waiting.
   * Allowed: 0 to 100.
   * @default - 20
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  percent?: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.tls` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface ClientTlsSettings {
  /**
   * Secret or ConfigMap with the CAs by which the service's certificate is checked.
   * From Istio 1.32 on.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  caCertCredentialName?: pulumi.Input<string>;
  /**
   * File with the authorities that the server's certificate is checked by.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  caCertificates?: pulumi.Input<string>;
  /**
   * File with revoked certificates; with `credentialName` they belong in the Secret instead.
   * @default - no check for revocation
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  caCrl?: pulumi.Input<string>;
  /**
   * File with the client's certificate; needed for `MUTUAL` without `credentialName`.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  clientCertificate?: pulumi.Input<string>;
  /**
   * Secret with the client's certificate and the CA; at sidecars only together with `workloadSelector`.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  credentialName?: pulumi.Input<string>;
  /**
   * Accepts any server certificate: neither authority nor name is checked.
   * @default - false
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  insecureSkipVerify?: pulumi.Input<boolean>;
  /**
   * `DISABLE`, `SIMPLE` (server's certificate), `MUTUAL` (own certificates) or `ISTIO_MUTUAL` (the mesh's).
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  mode?: pulumi.Input<"DISABLE" | "SIMPLE" | "MUTUAL" | "ISTIO_MUTUAL">;
  /**
   * File with the client's key; needed for `MUTUAL` without `credentialName`.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
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
  /**
   * Kind of tunnel: HTTP method `CONNECT` or `POST`.
   * @default - CONNECT
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  protocol?: pulumi.Input<string>;
  /**
   * Host at the far end of the tunnel, as FQDN or IP.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  targetHost: pulumi.Input<string>;
  /**
   * Port at the far end of the tunnel.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  targetPort: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.connectionPool.http` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyConnectionPoolHttp {
  /**
   * Whether HTTP/1.1 is turned into HTTP/2 on the way to the service, which then has to speak it.
   * @default - DEFAULT, as set for the mesh
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  h2UpgradePolicy?: pulumi.Input<"DEFAULT" | "DO_NOT_UPGRADE" | "UPGRADE">;
  /**
   * Most requests that wait for a connection.
   * @default - 2^32-1
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  http1MaxPendingRequests?: pulumi.Input<number>;
  /**
   * Pings on HTTP/2 connections to the service.
   * @default - no pings
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  http2KeepAlive?: DestinationRuleTrafficPolicyConnectionPoolHttpHttp2KeepAlive;
  /**
   * Most requests under way at a time.
   * @default - 2^32-1
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  http2MaxRequests?: pulumi.Input<number>;
  /**
   * Time without any request after which the connection is closed; pings do not prolong it.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - 1h
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  idleTimeout?: pulumi.Input<string>;
  /**
   * Most requests at a time on one HTTP/2 connection.
   * @default - 2^31-1
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
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
  /**
   * Keeps the version of HTTP that the client speaks; `h2UpgradePolicy` is then without effect.
   * @default - false
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
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
  /**
   * Time without any byte after which the connection is closed; `0s` switches it off.
   * @default - 1h
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  idleTimeout?: pulumi.Input<string>;
  /**
   * Age at which a connection is closed.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - no limit
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  maxConnectionDuration?: pulumi.Input<string>;
  /**
   * Most connections to the host at a time.
   * @default - 2^32-1
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  maxConnections?: pulumi.Input<number>;
  /**
   * Probes of the operating system on quiet connections.
   * @default - as set for the mesh
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  tcpKeepalive?: DestinationRuleTrafficPolicyConnectionPoolTcpTcpKeepalive;
}

/**
 * `spec.trafficPolicy.loadBalancer.backendUtilization` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerBackendUtilization {
  /**
   * What the errors of an endpoint add to the load that it reports, as a percentage.
   * Allowed: 0 to 4294967295.
   * @default - errors add nothing
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  errorUtilizationPenaltyPercent?: pulumi.Input<number>;
  /**
   * Own metrics of the endpoints from which the load is taken.
   * @default - the load that they report themselves
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  metricNamesForComputingUtilization?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * How long a report counts; an endpoint that says nothing more gets the usual share.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  weightExpirationPeriod?: pulumi.Input<string>;
  /**
   * How long an endpoint reports before its reports count.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  weightStabilizationPeriod?: pulumi.Input<string>;
  /**
   * How often the shares are computed anew.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  weightUpdatePeriod?: pulumi.Input<string>;
}

/**
 * `spec.trafficPolicy.loadBalancer.consistentHash` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export type DestinationRuleTrafficPolicyLoadBalancerConsistentHash = {
  /**
   * Deprecated: use `ringHash`.
   * Allowed: 0 or more.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  minimumRingSize?: pulumi.Input<number>;
} & (
  | {
      httpHeaderName?: never;
      httpCookie?: never;
      useSourceIp?: never;
      httpQueryParameterName?: never;
    }
  | {
      /**
       * Same value of this header, same endpoint.
       * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
       */
      httpHeaderName: pulumi.Input<string>;
      httpCookie?: never;
      useSourceIp?: never;
      httpQueryParameterName?: never;
    }
  | {
      httpHeaderName?: never;
      /**
       * Same cookie, same endpoint.
       * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
       */
      httpCookie: DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookie;
      useSourceIp?: never;
      httpQueryParameterName?: never;
    }
  | {
      httpHeaderName?: never;
      httpCookie?: never;
      /**
       * Same client address, same endpoint; works for TCP too.
       * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
       */
      useSourceIp: pulumi.Input<boolean>;
      httpQueryParameterName?: never;
    }
  | {
      httpHeaderName?: never;
      httpCookie?: never;
      useSourceIp?: never;
      /**
       * Same value of this query parameter, same endpoint.
       * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
       */
      httpQueryParameterName: pulumi.Input<string>;
    }
) &
  (
    | {
        ringHash?: never;
        maglev?: never;
      }
    | {
        /**
         * Hash ring as the way of hashing; excludes `maglev`.
         * @default - used, unless maglev is set
         * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
         */
        ringHash: DestinationRuleTrafficPolicyLoadBalancerConsistentHashRingHash;
        maglev?: never;
      }
    | {
        ringHash?: never;
        /**
         * Maglev as the way of hashing; excludes `ringHash`.
         * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
         */
        maglev: DestinationRuleTrafficPolicyLoadBalancerConsistentHashMaglev;
      }
  );

/**
 * `spec.trafficPolicy.loadBalancer.localityLbSetting` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerLocalityLbSetting {
  /**
   * Shares per locality, set by hand; excludes `failover` and `failoverPriority`.
   * @default - by the number of endpoints
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  distribute?: DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingDistribute[];
  /**
   * Whether near endpoints are preferred, whatever the mesh says.
   * @default - true
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  enabled?: pulumi.Input<boolean>;
  /**
   * Region that stands in when the own one fails; without effect unless `outlierDetection` is set.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  failover?: DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingFailover[];
  /**
   * Labels, most important first, that endpoints share with the client; needs `outlierDetection`.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  failoverPriority?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * `spec.trafficPolicy.loadBalancer.warmup` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerWarmup {
  /**
   * How steeply requests rise; 1 is linear.
   * Allowed: 0 or more.
   * @default - 1
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  aggression?: pulumi.Input<number>;
  /**
   * Time until a new endpoint gets its full share.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  duration: pulumi.Input<string>;
  /**
   * Share that a new endpoint starts with, in percent of its weight.
   * Allowed: 0 to 100.
   * @default - 10
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  minimumPercent?: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.loadBalancer.zoneAwareLbSetting` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerZoneAwareLbSetting {
  /**
   * Whether the own zone is preferred; needs `ISTIO_META_ENABLE_SELF_DISCOVERY` at the client.
   * @default - true
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  enabled?: pulumi.Input<boolean>;
  /**
   * Region that stands in when the own one fails; goes with `outlierDetection`.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  failover?: DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingFailover[];
  /**
   * Labels that rank endpoints, most important first; those of region, zone and subzone are not allowed.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  failoverPriority?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Fewest endpoints in the client's region; with fewer, zones are not looked at.
   * Allowed: 1 to 4294967295.
   * @default - 6
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  minClusterSize?: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.portLevelSettings.port` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyPortLevelSettingPort {
  /**
   * Port number of the Service, not of the container.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  number?: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.connectionPool.http.http2KeepAlive` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyConnectionPoolHttpHttp2KeepAlive {
  /**
   * Time between two pings.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  interval?: pulumi.Input<string>;
  /**
   * How long the answer to a ping may take before the connection is closed.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  timeout?: pulumi.Input<string>;
}

/**
 * `spec.trafficPolicy.connectionPool.tcp.tcpKeepalive` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyConnectionPoolTcpTcpKeepalive {
  /**
   * Time between two probes.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - the system's setting, 75s on Linux
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  interval?: pulumi.Input<string>;
  /**
   * Probes without an answer until the connection is given up.
   * Allowed: 0 to 4294967295.
   * @default - the system's setting, 9 on Linux
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  probes?: pulumi.Input<number>;
  /**
   * Quiet time before the first probe.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - the system's setting, 7200s on Linux
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  time?: pulumi.Input<string>;
}

/**
 * `spec.trafficPolicy.loadBalancer.consistentHash.httpCookie` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookie {
  /**
   * Further attributes of a cookie that the proxy makes, e.g. `SameSite`.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  attributes?: DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookieAttribute[];
  /**
   * Name of the cookie that is looked at.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  name: pulumi.Input<string>;
  /**
   * Path of a cookie that the proxy makes.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  path?: pulumi.Input<string>;
  /**
   * Lifetime of the cookie that is made when the client has none; `0s` means for the session.
   * @default - no cookie is made
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  ttl?: pulumi.Input<string>;
}

/**
 * `spec.trafficPolicy.loadBalancer.consistentHash.maglev` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashMaglev {
  /**
   * Entries of the table, a prime below 5000011; more of them keep clients steadier.
   * Allowed: 0 or more.
   * @default - 65537
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  tableSize?: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.loadBalancer.consistentHash.ringHash` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashRingHash {
  /**
   * Fewest points on the ring; more of them spread the requests more evenly.
   * Allowed: 0 or more.
   * @default - 1024
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  minimumRingSize?: pulumi.Input<number>;
}

/**
 * `spec.trafficPolicy.loadBalancer.localityLbSetting.distribute` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingDistribute {
  /**
   * Locality of the client, `region/zone/sub-zone`; `*` may stand at the end.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  from?: pulumi.Input<string>;
  /**
   * Percent by locality, 100 together; localities not named get nothing.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  to?: pulumi.Input<{ [key: string]: pulumi.Input<number> }>;
}

/**
 * `spec.trafficPolicy.loadBalancer.localityLbSetting.failover` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerLocalityLbSettingFailover {
  /**
   * Region that fails.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  from?: pulumi.Input<string>;
  /**
   * Region that stands in for it.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  to?: pulumi.Input<string>;
}

/**
 * `spec.trafficPolicy.loadBalancer.consistentHash.httpCookie.attributes` of DestinationRule.
 * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
 */
export interface DestinationRuleTrafficPolicyLoadBalancerConsistentHashHttpCookieAttribute {
  /**
   * Name of the attribute.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  name: pulumi.Input<string>;
  /**
   * Value of the attribute; flags such as `Secure` have none.
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/
   */
  value?: pulumi.Input<string>;
}
