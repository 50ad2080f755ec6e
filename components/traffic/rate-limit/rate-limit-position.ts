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
