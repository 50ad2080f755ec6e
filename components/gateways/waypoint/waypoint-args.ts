import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";
import type { GatewayAutoscaling, GatewayResources } from "../chart/gateway-chart-args";

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

/** Whose Services may use a waypoint. */
export const WaypointScope = {
  /** Those of its own namespace. */
  Same: "Same",
  /** Those of every namespace. */
  All: "All",
} as const;
export type WaypointScope = (typeof WaypointScope)[keyof typeof WaypointScope];

/** A waypoint, what passes it, and whose Services it serves. */
export interface WaypointArgs extends CommonArgs {
  /** Namespace of the waypoint and, unless others may use it, of what it serves. */
  namespace: pulumi.Input<string>;
  /**
   * Name of the waypoint, to which the label `istio.io/use-waypoint` points. istiod creates a Service
   * of this name, so no other Service of the namespace may have it.
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
   * Label the namespace with `istio.io/use-waypoint` once the waypoint is ready. So no request is sent
   * to a waypoint that is not there yet, and on deletion the label goes first. It matters where requests
   * are running already; a namespace that is new may as well have the label from the start, by
   * `waypoint` of `MeshNamespace`. Not both, and not in a program that is rendered to YAML files, where
   * the patch would take the place of the namespace.
   * @default false
   */
  enrol?: boolean;
  /**
   * Services of the namespace to label instead of the whole namespace, once the waypoint is ready. They
   * have to exist. In a program that is rendered to YAML files it makes a second object of a Service that
   * the program makes too; there give the Service the label `istio.io/use-waypoint`, as
   * `services.<name>.waypoint` of `Bookinfo` does.
   * @default - none
   */
  enrolServices?: string[];
  /**
   * With an enrolment: whether requests from an ingress gateway pass the waypoint as well.
   * @default - they do not
   */
  ingressUseWaypoint?: pulumi.Input<boolean>;
  /**
   * With an enrolment, Istio 1.31 or later: percentage of the connections that pass it, from 0 to 100,
   * while all others pass the waypoint that the namespace or Service names already. So a new waypoint is
   * tried; policies and routes have to be for both.
   * @default - it is the waypoint of what is enrolled, and all connections pass it
   * @see https://istio.io/latest/docs/reference/config/labels/
   */
  canaryWeight?: pulumi.Input<number>;
  /**
   * Whose Services may use it: `"Same"` or `"All"` namespaces.
   * @default "Same"
   * @see https://istio.io/latest/docs/ambient/usage/waypoint/#useawaypoint
   */
  allowedNamespaces?: pulumi.Input<WaypointScope>;
  /**
   * Labels of the namespaces whose Services may use it, in place of `allowedNamespaces`.
   * @default - as `allowedNamespaces` says
   * @narrows
   */
  namespaceSelector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Number of its Pods, in place of `autoscaling`.
   * @default - 1
   */
  replicas?: pulumi.Input<number>;
  /**
   * Bounds of autoscaling, which needs the cluster's metrics server. Where `replicas` was set before, the
   * waypoint has one Pod until the autoscaler acts.
   * @default - none
   */
  autoscaling?: GatewayAutoscaling;
  /**
   * CPU and memory of a Pod.
   * @default - those under `global.waypoint.resources` of the chart `istiod`
   */
  resources?: GatewayResources;
  /**
   * Revision or tag of the control plane that deploys and configures it.
   * @default - the default revision
   */
  revision?: pulumi.Input<string>;
  /**
   * Domain of the identities in the mesh, for the output `principal`.
   * @default - as a `ControlPlane` declared before it says, otherwise "cluster.local"
   */
  trustDomain?: pulumi.Input<string>;
}
