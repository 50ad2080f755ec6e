import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";
import type { GlobalRateLimit } from "./global-rate-limit-args";
import type { LocalRateLimit } from "./local-rate-limit-args";

/** Which proxies count requests. */
export const RateLimitPosition = {
  /** The sidecars of the workloads that are called. */
  Sidecar: "sidecar",
  /** A gateway. */
  Gateway: "gateway",
  /** A waypoint. */
  Waypoint: "waypoint",
} as const;
export type RateLimitPosition = (typeof RateLimitPosition)[keyof typeof RateLimitPosition];

/** Time in which the rate limit service counts. */
export const RateLimitUnit = {
  /** Requests per second. */
  Second: "second",
  /** Requests per minute. */
  Minute: "minute",
  /** Requests per hour. */
  Hour: "hour",
  /** Requests per day. */
  Day: "day",
} as const;
export type RateLimitUnit = (typeof RateLimitUnit)[keyof typeof RateLimitUnit];

/**
 * Answers requests with 429 when there are too many. It is written as EnvoyFilters, which profile
 * `stable` does not allow; `local`, `global` or both. A ztunnel counts no requests: in ambient mode
 * take position `"waypoint"` or `"gateway"`.
 */
export interface RateLimitArgs extends CommonArgs {
  /** Namespace of the proxies. In the mesh's root namespace it is for those of all namespaces. */
  namespace: pulumi.Input<string>;
  /**
   * Which proxies count: `"sidecar"` for incoming requests of workloads, `"gateway"`, or `"waypoint"`.
   * @default "sidecar"
   */
  position?: RateLimitPosition;
  /**
   * Labels of the workloads, or of the gateway's Pods, where it is needed (an `IngressGateway`'s output
   * `selector`). Not for waypoints.
   * @default - all workloads of the namespace
   * @narrows
   */
  selector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Position `"waypoint"` only, and needed there: name of the waypoint.
   * @default - none
   */
  waypoint?: pulumi.Input<string>;
  /**
   * Limits that each proxy counts for itself: with three Pods three times as many requests pass.
   * @default - none
   * @see https://istio.io/latest/docs/tasks/policy-enforcement/rate-limit/#local-rate-limit
   */
  local?: LocalRateLimit;
  /**
   * Limits that a rate limit service counts for all proxies. A second set for the same proxies needs a
   * `stage` of its own.
   * @default - none
   * @see https://istio.io/latest/docs/tasks/policy-enforcement/rate-limit/#global-rate-limit
   */
  global?: GlobalRateLimit;
  /**
   * Beginning of the EnvoyFilters' names.
   * @default - the component's name
   */
  name?: pulumi.Input<string>;
  /**
   * Order among EnvoyFilters, lower ones first; `global` takes the number behind it.
   * @default 10
   */
  priority?: pulumi.Input<number>;
}
