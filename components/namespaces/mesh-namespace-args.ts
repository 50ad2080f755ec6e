import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../resources/metadata";
import type { MeshMode } from "./mesh-mode";

export interface MeshNamespaceArgs extends CommonArgs {
  /**
   * Name of the namespace.
   * @default - the name of the component
   */
  name?: pulumi.Input<string>;
  /**
   * How its Pods join the mesh: `"sidecar"`, `"ambient"` or `"none"`. Pods that run already get or
   * lose a sidecar only when they are created anew.
   * @see https://istio.io/latest/docs/overview/dataplane-modes/
   */
  mode: MeshMode;
  /**
   * Sidecar mode only: revision or tag of the control plane that injects.
   * @default - the default revision
   * @see https://istio.io/latest/docs/setup/additional-setup/sidecar-injection/
   */
  revision?: pulumi.Input<string>;
  /**
   * Ambient mode only: name of the waypoint, in the same namespace, that routes HTTP for the
   * namespace's Services.
   * @default - none: traffic is encrypted but not routed by HTTP rules
   * @see https://istio.io/latest/docs/ambient/usage/waypoint/
   */
  waypoint?: pulumi.Input<string>;
  /**
   * Only label a namespace that exists already and belongs to somebody else, such as `default`. The
   * labels go away again with the component, the namespace stays.
   * @default false
   */
  adopt?: boolean;
}
