import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../resources/metadata";
import type { MutualTlsMode } from "./mutual-tls-mode";

export interface MutualTlsArgs extends CommonArgs {
  /** Namespace that the rule is for. In the control plane's namespace it is for the whole mesh. */
  namespace: pulumi.Input<string>;
  /**
   * What workloads accept: `"STRICT"`, `"PERMISSIVE"`, `"DISABLE"` or `"UNSET"`.
   * @default "STRICT"
   * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/#PeerAuthentication-MutualTLS-Mode
   */
  mode?: pulumi.Input<MutualTlsMode>;
  /**
   * Labels of the workloads that the rule is for.
   * @default - all workloads of the namespace
   */
  selector?: { [key: string]: pulumi.Input<string> };
  /**
   * Name of the PeerAuthentication.
   * @default - `"default"`, or the component's name when there is a selector
   */
  name?: pulumi.Input<string>;
}
