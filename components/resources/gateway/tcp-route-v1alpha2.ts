// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of TCPRoute (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
 */
export interface TCPRouteSpec {
  /** Allowed: at most 32 entries. */
  parentRefs?: TCPRouteParentRef[];
  /** Allowed: 1 to 16 entries. */
  rules: TCPRouteRule[];
  useDefaultGateways?: pulumi.Input<"All" | "None">;
}

/**
 * `spec.parentRefs` of TCPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
 */
export interface TCPRouteParentRef {
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
 * `spec.rules` of TCPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
 */
export interface TCPRouteRule {
  /** Allowed: 1 to 16 entries. */
  backendRefs: TCPRouteRuleBackendRef[];
  /** Allowed: 1 to 253 characters. */
  name?: pulumi.Input<string>;
}

/**
 * `spec.rules.backendRefs` of TCPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
 */
export interface TCPRouteRuleBackendRef {
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
