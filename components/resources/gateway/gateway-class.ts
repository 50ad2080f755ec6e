// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of GatewayClass (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass
 */
export interface GatewayClassSpec {
  /** Allowed: 1 to 253 characters. */
  controllerName: pulumi.Input<string>;
  /** Allowed: at most 64 characters. */
  description?: pulumi.Input<string>;
  parametersRef?: GatewayClassParametersRef;
}

/**
 * `spec.parametersRef` of GatewayClass.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass
 */
export interface GatewayClassParametersRef {
  /** Allowed: at most 253 characters. */
  group: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  namespace?: pulumi.Input<string>;
}
