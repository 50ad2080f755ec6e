// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of GRPCRoute (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteSpec {
  /** Allowed: at most 16 entries. */
  hostnames?: pulumi.Input<pulumi.Input<string>[]>;
  /** Allowed: at most 32 entries. */
  parentRefs?: GRPCRouteParentRef[];
  /** Allowed: at most 16 entries. */
  rules?: GRPCRouteRule[];
}

/**
 * `spec.parentRefs` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteParentRef {
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
 * `spec.rules` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRule {
  /** Allowed: at most 16 entries. */
  backendRefs?: GRPCRouteRuleBackendRef[];
  /** Allowed: at most 16 entries. */
  filters?: GRPCRouteRuleFilter[];
  /** Allowed: at most 64 entries. */
  matches?: GRPCRouteRuleMatch[];
  /** Allowed: 1 to 253 characters. */
  name?: pulumi.Input<string>;
}

/**
 * `spec.rules.backendRefs` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleBackendRef {
  /** Allowed: at most 16 entries. */
  filters?: GRPCRouteRuleFilter[];
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

/**
 * `spec.rules.filters` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilter {
  extensionRef?: GRPCRouteRuleFilterExtensionRef;
  requestHeaderModifier?: GRPCRouteRuleFilterRequestHeaderModifier;
  requestMirror?: GRPCRouteRuleFilterRequestMirror;
  responseHeaderModifier?: GRPCRouteRuleFilterRequestHeaderModifier;
  type: pulumi.Input<
    "ResponseHeaderModifier" | "RequestHeaderModifier" | "RequestMirror" | "ExtensionRef"
  >;
}

/**
 * `spec.rules.matches` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleMatch {
  /** Allowed: at most 16 entries. */
  headers?: GRPCRouteRuleMatchHeader[];
  method?: GRPCRouteRuleMatchMethod;
}

/**
 * `spec.rules.filters.extensionRef` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilterExtensionRef {
  /** Allowed: at most 253 characters. */
  group: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
}

/**
 * `spec.rules.filters.requestHeaderModifier` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilterRequestHeaderModifier {
  /** Allowed: at most 16 entries. */
  add?: GRPCRouteRuleFilterRequestHeaderModifierAdd[];
  /** Allowed: at most 16 entries. */
  remove?: pulumi.Input<pulumi.Input<string>[]>;
  /** Allowed: at most 16 entries. */
  set?: GRPCRouteRuleFilterRequestHeaderModifierAdd[];
}

/**
 * `spec.rules.filters.requestMirror` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilterRequestMirror {
  backendRef: GRPCRouteRuleFilterRequestMirrorBackendRef;
  fraction?: GRPCRouteRuleFilterRequestMirrorFraction;
  /** Allowed: 0 to 100. */
  percent?: pulumi.Input<number>;
}

/**
 * `spec.rules.matches.headers` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleMatchHeader {
  /** Allowed: 1 to 256 characters. */
  name: pulumi.Input<string>;
  /** @default "Exact" */
  type?: pulumi.Input<"Exact" | "RegularExpression">;
  /** Allowed: 1 to 4096 characters. */
  value: pulumi.Input<string>;
}

/**
 * `spec.rules.matches.method` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleMatchMethod {
  /** Allowed: at most 1024 characters. */
  method?: pulumi.Input<string>;
  /** Allowed: at most 1024 characters. */
  service?: pulumi.Input<string>;
  /** @default "Exact" */
  type?: pulumi.Input<"Exact" | "RegularExpression">;
}

/**
 * `spec.rules.filters.requestHeaderModifier.add` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilterRequestHeaderModifierAdd {
  /** Allowed: 1 to 256 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 4096 characters. */
  value: pulumi.Input<string>;
}

/**
 * `spec.rules.filters.requestMirror.backendRef` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilterRequestMirrorBackendRef {
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
}

/**
 * `spec.rules.filters.requestMirror.fraction` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilterRequestMirrorFraction {
  /**
   * Allowed: at least 1.
   * @default 100
   */
  denominator?: pulumi.Input<number>;
  /** Allowed: 0 or more. */
  numerator: pulumi.Input<number>;
}
