// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of GatewayClass (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass
 */
export interface GatewayClassSpec {
  /**
   * Controller of such gateways, Istio's being `istio.io/gateway-controller`; cannot be changed later.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass
   */
  controllerName: pulumi.Input<string>;
  /**
   * What the class is for, in free words.
   * Allowed: at most 64 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass
   */
  description?: pulumi.Input<string>;
  /**
   * Object with settings for all gateways of the class, where the controller takes one.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass
   */
  parametersRef?: GatewayClassParametersRef;
}

/**
 * `spec.parametersRef` of GatewayClass.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass
 */
export interface GatewayClassParametersRef {
  /**
   * API group of the object; empty for core kinds such as ConfigMap.
   * Allowed: at most 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass
   */
  group: pulumi.Input<string>;
  /**
   * Kind of the object.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the object.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the object; needed for namespaced kinds, left out for cluster-wide ones.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#gatewayclass
   */
  namespace?: pulumi.Input<string>;
}
