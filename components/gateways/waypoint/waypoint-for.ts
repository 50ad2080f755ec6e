/** Destinations whose traffic passes a waypoint. */
export const WaypointFor = {
  /** Requests to a Service. */
  Service: "service",
  /** Requests to a Pod's own address. */
  Workload: "workload",
  /** Both of these. */
  All: "all",
  /** Nothing; for tests of the waypoint itself. */
  None: "none",
} as const;
export type WaypointFor = (typeof WaypointFor)[keyof typeof WaypointFor];
