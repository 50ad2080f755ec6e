// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of PeerAuthentication (security.istio.io).
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export interface PeerAuthenticationSpec {
  /**
   * Mutual TLS that the workloads ask for.
   * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
   */
  mtls?: PeerAuthenticationMtls;
  /**
   * Modes for single ports of the workload (not of its Service).
   * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
   */
  portLevelMtls?: { [key: string]: PeerAuthenticationMtls };
  /**
   * Workloads that the policy is for, by label.
   * @default - all of the namespace, or of the mesh in the root namespace
   * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
   */
  selector?: PeerAuthenticationSelector;
}

/**
 * `spec.mtls` of PeerAuthentication.
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export interface PeerAuthenticationMtls {
  /**
   * `STRICT` takes mutual TLS only, `PERMISSIVE` plain text too, `DISABLE` plain text only, `UNSET` what the wider policy says.
   * @default - UNSET
   * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
   */
  mode?: pulumi.Input<"UNSET" | "DISABLE" | "PERMISSIVE" | "STRICT">;
}

/**
 * `spec.selector` of PeerAuthentication.
 * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
 */
export interface PeerAuthenticationSelector {
  /**
   * Labels that a pod or VM has to carry, all of them.
   * @see https://istio.io/latest/docs/reference/config/security/peer_authentication/
   */
  matchLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}
