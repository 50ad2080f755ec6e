import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";
import type { ClientTls } from "./client-tls-args";
import type { ConnectionPool } from "./connection-pool-args";
import type { LoadBalancer } from "./load-balancer-args";
import type { OutlierDetection } from "./outlier-detection-args";

/** Limit of the retries under way, measured by the requests under way. */
export interface RetryBudget {
  /**
   * Most retries under way, in percent of the requests under way or waiting, 0 to 100.
   * @default 20
   */
  percent?: pulumi.Input<number>;
  /**
   * Retries that are always allowed, even with few requests, at least 1.
   * @default 3
   */
  minRetryConcurrency?: pulumi.Input<number>;
}

/** Settings for one port, in place of the service's: nothing of those is inherited. */
export interface PortTrafficPolicy {
  /** Port of the Service, not of the container. */
  port: pulumi.Input<number>;
  /**
   * How an endpoint is chosen.
   * @default - Istio's default, not the service's setting
   */
  loadBalancer?: LoadBalancer;
  /**
   * Limits of connections and requests.
   * @default - Istio's default, not the service's setting
   */
  connectionPool?: ConnectionPool;
  /**
   * When an endpoint that fails gets no requests for a while.
   * @default - Istio's default, not the service's setting
   */
  outlierDetection?: OutlierDetection;
  /**
   * TLS that clients' proxies speak.
   * @default - Istio's default, not the service's setting
   * @narrows
   */
  tls?: ClientTls;
}

/** How clients' proxies talk to a service. */
export interface TrafficPolicyOptions {
  /**
   * How an endpoint is chosen.
   * @default - the less busy of two
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings
   */
  loadBalancer?: LoadBalancer;
  /**
   * Limits of connections and requests: circuit breaking.
   * @default - no limits
   * @see https://istio.io/latest/docs/tasks/traffic-management/circuit-breaking/
   */
  connectionPool?: ConnectionPool;
  /**
   * When an endpoint that fails gets no requests for a while.
   * @default - never
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#OutlierDetection
   */
  outlierDetection?: OutlierDetection;
  /**
   * TLS that clients' proxies speak.
   * @default - chosen by Istio
   * @narrows
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings
   */
  tls?: ClientTls;
  /**
   * Limit of the retries under way, in place of `connectionPool.http.maxRetries`.
   * @default - none
   */
  retryBudget?: RetryBudget;
  /**
   * Settings for single ports.
   * @default - none
   */
  portLevelSettings?: PortTrafficPolicy[];
}

/**
 * In ambient mode the service's waypoint follows the policy; a ztunnel ignores it, so that without a
 * waypoint it has no effect (KIA0211).
 */
export interface TrafficPolicyArgs extends CommonArgs, TrafficPolicyOptions {
  /**
   * Whose clients the policy is for: short name of a Service of the namespace, or a full host name,
   * such as that of an external service.
   * @formerly host
   */
  service: pulumi.Input<string>;
  /** Namespace of the policy: the Service's own, where every client looks for it. */
  namespace: pulumi.Input<string>;
  /**
   * Name of the DestinationRule.
   * @default - the component's name
   */
  name?: pulumi.Input<string>;
  /**
   * Labels of the clients that follow the policy. Such clients are in the same namespace.
   * @default - all clients
   * @narrows
   */
  workloadSelector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Namespaces whose clients follow the policy: `.` is the own one, `*` all.
   * @default - all namespaces, or the own one if there is a `workloadSelector`
   * @narrows
   */
  exportTo?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * DNS domain of the cluster.
   * @default - that of the program's control plane, or `cluster.local`
   */
  clusterDomain?: string;
}
