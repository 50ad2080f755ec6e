import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../common-args";
import type { Profile } from "../control-plane/profile";

/** What a policy can be attached to by name. */
export const PolicyTargetKind = {
  /** A gateway or a waypoint of the Gateway API. */
  Gateway: "Gateway",
  /** A class of them; only `istio-waypoint`, and only in the control plane's namespace. */
  GatewayClass: "GatewayClass",
  /** A Service, at the waypoint that serves it. */
  Service: "Service",
  /** A host outside the mesh, at the waypoint that serves it. */
  ServiceEntry: "ServiceEntry",
} as const;
export type PolicyTargetKind = (typeof PolicyTargetKind)[keyof typeof PolicyTargetKind];

/** One object that a policy is attached to; it is in the policy's own namespace. */
export interface PolicyTarget {
  /** `"Gateway"` (a waypoint too), `"GatewayClass"`, `"Service"` or `"ServiceEntry"`. */
  kind: PolicyTargetKind;
  /** Name of the object. */
  name: pulumi.Input<string>;
}

/** Where a policy holds; the same for all kinds of policies. */
export interface PolicyArgs extends CommonArgs {
  /**
   * Namespace of the policy. In the control plane's namespace, and without a selector or targets, it
   * is for the whole mesh.
   */
  namespace: pulumi.Input<string>;
  /**
   * Labels of the Pods that the policy is for. Not together with `targets`.
   * @default - all Pods of the namespace
   * @narrows
   */
  selector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Gateways of the Gateway API, waypoints, or Services behind a waypoint that the policy is for, 16
   * at most. Waypoints heed no selector, so this is how HTTP is judged in ambient mode. A Service of which
   * a `Canary` declared before it has split stands for the Services of its versions as well.
   * @default - none
   * @see https://istio.io/latest/docs/ambient/usage/l7-features/
   * @narrows
   */
  targets?: PolicyTarget[];
  /**
   * How the workloads joined the mesh, `"sidecar"` or `"ambient"`. With `"ambient"` a policy that
   * ztunnel would read differently from what it says is refused. Needed where the program does not
   * declare the namespace, and for Pods with a proxy of their own, such as gateways, in an ambient one.
   * @default - `"ambient"` when a target is of a kind that only waypoints heed, otherwise as the program's
   * namespace says, otherwise `"sidecar"`
   * @see https://istio.io/latest/docs/ambient/usage/l4-policy/
   * @formerly dataPlane
   */
  dataPlaneMode?: Profile;
}
