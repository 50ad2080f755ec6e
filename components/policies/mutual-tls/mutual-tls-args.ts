import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";
import type { Profile } from "../../control-plane/profile";

/** What a workload accepts from other workloads. */
export const MutualTlsMode = {
  /** Only mutual TLS; a client outside the mesh is refused. */
  Strict: "STRICT",
  /** Mutual TLS and plain text. */
  Permissive: "PERMISSIVE",
  /** Only plain text. */
  Disable: "DISABLE",
  /** Whatever the namespace or the mesh says. */
  Unset: "UNSET",
} as const;
export type MutualTlsMode = (typeof MutualTlsMode)[keyof typeof MutualTlsMode];

/** What workloads accept from other workloads, and which workloads. */
export interface MutualTlsArgs extends CommonArgs {
  /**
   * Namespace that the rule is for. In the control plane's namespace, and without a selector, it is
   * for the whole mesh.
   */
  namespace: pulumi.Input<string>;
  /**
   * What workloads accept: `"STRICT"`, `"PERMISSIVE"`, `"DISABLE"` or `"UNSET"`.
   * @default "STRICT"
   * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/#PeerAuthentication-MutualTLS-Mode
   */
  mode?: pulumi.Input<MutualTlsMode>;
  /**
   * Modes of single ports, by number of the port that the container listens on, not of the Service.
   * Needs a selector.
   * @default - all ports have the mode of the workload
   * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
   * @narrows
   */
  ports?: pulumi.Input<{ [port: string]: pulumi.Input<MutualTlsMode> }>;
  /**
   * Labels of the workloads that the rule is for.
   * @default - all workloads of the namespace
   * @narrows
   */
  selector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * How the workloads joined the mesh, `"sidecar"` or `"ambient"`. In ambient mode ztunnel takes
   * mutual TLS whatever a rule says, so `"DISABLE"` is refused there; write `"PERMISSIVE"`.
   * @default - as the program's namespace says, otherwise `"sidecar"`
   * @see https://istio.io/latest/docs/ambient/usage/
   * @formerly dataPlane
   */
  dataPlaneMode?: Profile;
  /**
   * Name of the PeerAuthentication.
   * @default - `"default"`, or the component's name when there is a selector
   */
  name?: pulumi.Input<string>;
}
