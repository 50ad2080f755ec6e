import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../resources/metadata";
import type { WaypointFor } from "./waypoint-for";

export interface WaypointArgs extends CommonArgs {
  /** Namespace of the waypoint and of what it serves. */
  namespace: pulumi.Input<string>;
  /**
   * Name of the waypoint, to which the label `istio.io/use-waypoint` of the namespace points.
   * @default "waypoint"
   */
  name?: pulumi.Input<string>;
  /**
   * What passes it: `"service"`, `"workload"`, `"all"` or `"none"`.
   * @default - Istio's default, `"service"`
   * @see https://istio.io/latest/docs/ambient/usage/waypoint/#waypoint-traffic-types
   */
  waypointFor?: pulumi.Input<WaypointFor>;
  /**
   * Revision of the control plane that deploys and configures it.
   * @default - the default revision
   */
  revision?: pulumi.Input<string>;
}
