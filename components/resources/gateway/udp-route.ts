// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of UDPRoute (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#udproute
 */
export interface UDPRouteSpec {
  /** Allowed: at most 32 entries. */
  parentRefs?: UDPRouteParentRef[];
  /** Allowed: 1 to 1 entries. */
  rules: UDPRouteRule[];
}

/**
 * `spec.parentRefs` of UDPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#udproute
 */
export interface UDPRouteParentRef {
  /**
   * Allowed: at most 253 characters.
   * @default "gateway.networking.k8s.io"
   */
  group?: pulumi.Input<string>;
  /**
   * Allowed: 1 to 63 characters.
   * @default "Gateway"
   */
  kind?: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  namespace?: pulumi.Input<string>;
  /** Allowed: 1 to 65535. */
  port?: pulumi.Input<number>;
  /** Allowed: 1 to 253 characters. */
  sectionName?: pulumi.Input<string>;
}

/**
 * `spec.rules` of UDPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#udproute
 */
export interface UDPRouteRule {
  /** Allowed: 1 to 16 entries. */
  backendRefs: UDPRouteRuleBackendRef[];
  /** Allowed: 1 to 253 characters. */
  name?: pulumi.Input<string>;
}

/**
 * `spec.rules.backendRefs` of UDPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#udproute
 */
export interface UDPRouteRuleBackendRef {
  /**
   * Allowed: at most 253 characters.
   * @default ""
   */
  group?: pulumi.Input<string>;
  /**
   * Allowed: 1 to 63 characters.
   * @default "Service"
   */
  kind?: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  namespace?: pulumi.Input<string>;
  /** Allowed: 1 to 65535. */
  port?: pulumi.Input<number>;
  /**
   * Allowed: 0 to 1000000.
   * @default 1
   */
  weight?: pulumi.Input<number>;
}
