// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of TLSRoute (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tlsroute
 */
export interface TLSRouteSpec {
  /** Allowed: 1 to 1024 entries. */
  hostnames: pulumi.Input<pulumi.Input<string>[]>;
  /** Allowed: at most 32 entries. */
  parentRefs?: TLSRouteParentRef[];
  /** Allowed: 1 to 1 entries. */
  rules: TLSRouteRule[];
}

/**
 * `spec.parentRefs` of TLSRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tlsroute
 */
export interface TLSRouteParentRef {
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
 * `spec.rules` of TLSRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tlsroute
 */
export interface TLSRouteRule {
  /** Allowed: 1 to 16 entries. */
  backendRefs: TLSRouteRuleBackendRef[];
  /** Allowed: 1 to 253 characters. */
  name?: pulumi.Input<string>;
}

/**
 * `spec.rules.backendRefs` of TLSRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tlsroute
 */
export interface TLSRouteRuleBackendRef {
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
