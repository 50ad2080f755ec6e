import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../common-args";

/** Whether and how a namespace's Pods are in the mesh. */
export const MeshMode = {
  /** istiod's webhook adds a proxy to every new Pod. */
  Sidecar: "sidecar",
  /** The node's ztunnel carries the traffic; takes effect at once, without a restart. */
  Ambient: "ambient",
  /** Outside. */
  None: "none",
} as const;
export type MeshMode = (typeof MeshMode)[keyof typeof MeshMode];

/** A namespace, its mode, and whether it is created or only labelled. */
export interface MeshNamespaceArgs extends CommonArgs {
  /**
   * Name of the namespace.
   * @default - the name of the component
   */
  name?: pulumi.Input<string>;
  /**
   * How its Pods join the mesh: `"sidecar"`, `"ambient"` or `"none"`. Pods that run already get or
   * lose a sidecar only when they are created anew, see `restart`.
   * @see https://istio.io/latest/docs/overview/dataplane-modes/
   * @formerly mode
   */
  dataPlaneMode: MeshMode;
  /**
   * Sidecar mode only: revision or tag of the control plane that injects.
   * @default - the default revision
   * @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/
   */
  revision?: pulumi.Input<string>;
  /**
   * Ambient mode only: name of the waypoint that routes HTTP for the namespace's Services. For a
   * waypoint in the namespace itself, `enrol` of `Waypoint` sets this label once the waypoint is
   * ready.
   * @default - none: traffic is encrypted but not routed by HTTP rules
   * @see https://istio.io/latest/docs/ambient/usage/waypoint/
   */
  waypoint?: pulumi.Input<string>;
  /**
   * Namespace of `waypoint`, which has to let other namespaces in.
   * @default - this namespace
   * @see https://istio.io/latest/docs/ambient/usage/waypoint/#useawaypoint
   */
  waypointNamespace?: pulumi.Input<string>;
  /**
   * Whether requests from an ingress gateway pass the waypoint as well; by themselves they do not.
   * @default - they do not
   * @see https://istio.io/latest/docs/ambient/usage/waypoint/
   */
  ingressUseWaypoint?: pulumi.Input<boolean>;
  /**
   * Only label a namespace that exists already and belongs to somebody else, such as `default`. The
   * labels go away again with the component, the namespace stays, and so do all labels of others. In
   * ambient mode the namespace also gets `istio-injection: disabled`, since a foreign `enabled` would
   * win without a word. A foreign `istio-injection` beside `revision` is an error, which comes when the
   * labels are set: remove it first.
   *
   * When this becomes `true` for a namespace that the component created, the namespace stays, and labels
   * that it had from the component stay with it for good. When it becomes `false`, the namespace must not
   * be there, unless Pulumi may take over what is there: `kubernetes:upsertExistingObjects: "true"`.
   * @default false
   */
  adopt?: boolean;
  /**
   * Whether the namespace goes with the component, and with it everything that is in it, whoever put it
   * there. It has to be in effect (`pulumi up`) before the component goes.
   * @default - `false`: the namespace stays, also after `pulumi destroy`
   */
  deleteNamespace?: boolean;
  /**
   * With `adopt`: take labels over from whoever set them. Without it the API server refuses to change
   * a label of somebody else, and names the owner. With the component they go away: the owner's value
   * does not come back.
   * @default false
   */
  takeOver?: pulumi.Input<boolean>;
  /**
   * Deployments of the namespace that run already, and whose Pods have to get or lose their sidecar.
   * @default - none: their Pods stay as they are until something else creates them anew
   */
  restart?: NamespaceRestart;
}

/** Which Deployments are restarted, and when. */
export interface NamespaceRestart {
  /**
   * Names of the Deployments, which have to exist. Their Pods are created anew, a few at a time: now,
   * and whenever `token` changes. To take a name off the list changes nothing.
   */
  deployments: string[];
  /**
   * Any text; a new one restarts the Deployments.
   * @default - made from mode and revision
   */
  token?: pulumi.Input<string>;
}
