// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of GRPCRoute (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteSpec {
  /**
   * Hosts of the calls; `*.` in front stands for any subdomain.
   * Allowed: at most 16 entries.
   * @default - all of the parent's
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  hostnames?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Gateways, or with `kind: Service` the services in the mesh, whose calls these rules are for.
   * Allowed: at most 32 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  parentRefs?: GRPCRouteParentRef[];
  /**
   * Rules for calls; the most specific match counts.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  rules?: GRPCRouteRule[];
}

/**
 * `spec.parentRefs` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteParentRef {
  /**
   * API group of the parent; a Service needs the empty text `""`.
   * Allowed: at most 253 characters.
   * @default "gateway.networking.k8s.io"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the parent, `Gateway` or for the mesh `Service`.
   * Allowed: 1 to 63 characters.
   * @default "Gateway"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  kind?: pulumi.Input<string>;
  /**
   * Name of the parent.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the parent; a gateway of another one has to allow the route.
   * Allowed: 1 to 63 characters.
   * @default - namespace of this object
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  namespace?: pulumi.Input<string>;
  /**
   * Port of the parent that the route is for; together with `sectionName` both have to fit.
   * Allowed: 1 to 65535.
   * @default - all ports
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  port?: pulumi.Input<number>;
  /**
   * Listener of the gateway, or named port of the Service, that the route is for.
   * Allowed: 1 to 253 characters.
   * @default - the whole parent
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  sectionName?: pulumi.Input<string>;
}

/**
 * `spec.rules` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRule {
  /**
   * Services, with their shares of the calls; without a valid one they end as `UNAVAILABLE`.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  backendRefs?: GRPCRouteRuleBackendRef[];
  /**
   * Changes to headers, and mirrors.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  filters?: GRPCRouteRuleFilter[];
  /**
   * When the rule is taken: one of the entries fits.
   * Allowed: at most 64 entries.
   * @default - every call
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  matches?: GRPCRouteRuleMatch[];
  /**
   * Name of the rule, unique within the route.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  name?: pulumi.Input<string>;
}

/**
 * `spec.rules.backendRefs` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleBackendRef {
  /**
   * Filters for requests that go to this backend only.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  filters?: GRPCRouteRuleFilter[];
  /**
   * API group of the backend; empty for a Service.
   * Allowed: at most 253 characters.
   * @default ""
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the backend.
   * Allowed: 1 to 63 characters.
   * @default "Service"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  kind?: pulumi.Input<string>;
  /**
   * Name of the backend.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the backend; another one needs a ReferenceGrant there.
   * Allowed: 1 to 63 characters.
   * @default - namespace of this object
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  namespace?: pulumi.Input<string>;
  /**
   * Port of the Service, not of its pods; needed when the backend is a Service.
   * Allowed: 1 to 65535.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  port?: pulumi.Input<number>;
  /**
   * Share of the requests, in proportion to the sum of all weights; 0 sends none.
   * Allowed: 0 to 1000000.
   * @default 1
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  weight?: pulumi.Input<number>;
}

/**
 * `spec.rules.filters` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilter {
  /**
   * Filter of the implementation's own, by reference to an object.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  extensionRef?: GRPCRouteRuleFilterExtensionRef;
  /**
   * Headers to add, set or remove on the request.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  requestHeaderModifier?: GRPCRouteRuleFilterRequestHeaderModifier;
  /**
   * Copies requests to a further backend, whose answers are thrown away.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  requestMirror?: GRPCRouteRuleFilterRequestMirror;
  /**
   * Headers to add, set or remove on the response.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  responseHeaderModifier?: GRPCRouteRuleFilterRequestHeaderModifier;
  /**
   * Which filter this is; the field of the same name holds its settings.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  type: pulumi.Input<
    "ResponseHeaderModifier" | "RequestHeaderModifier" | "RequestMirror" | "ExtensionRef"
  >;
}

/**
 * `spec.rules.matches` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleMatch {
  /**
   * Metadata of the call, all of which has to fit.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  headers?: GRPCRouteRuleMatchHeader[];
  /**
   * Service and method that are called.
   * @default - all of them
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  method?: GRPCRouteRuleMatchMethod;
}

/**
 * `spec.rules.filters.extensionRef` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilterExtensionRef {
  /**
   * API group of the object; empty for core kinds.
   * Allowed: at most 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  group: pulumi.Input<string>;
  /**
   * Kind of the object.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the object, in the route's namespace.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  name: pulumi.Input<string>;
}

/**
 * `spec.rules.filters.requestHeaderModifier` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilterRequestHeaderModifier {
  /**
   * Headers to add; a value already there is kept beside the new one.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  add?: GRPCRouteRuleFilterRequestHeaderModifierAdd[];
  /**
   * Names of headers to take away, in any case of letters.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  remove?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Headers to set; a value already there is replaced.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  set?: GRPCRouteRuleFilterRequestHeaderModifierAdd[];
}

/**
 * `spec.rules.filters.requestMirror` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilterRequestMirror {
  /**
   * Backend that gets the copies.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  backendRef: GRPCRouteRuleFilterRequestMirrorBackendRef;
  /**
   * Share of the requests that is copied, as a fraction; not together with `percent`.
   * @default - all of them
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  fraction?: GRPCRouteRuleFilterRequestMirrorFraction;
  /**
   * Share of the requests that is copied, in percent; not together with `fraction`.
   * Allowed: 0 to 100.
   * @default - all of them
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  percent?: pulumi.Input<number>;
}

/**
 * `spec.rules.matches.headers` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleMatchHeader {
  /**
   * Name of the header, in any case of letters; of several entries the first counts.
   * Allowed: 1 to 256 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  name: pulumi.Input<string>;
  /**
   * Whether the value is compared as a whole or by regular expression.
   * @default "Exact"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  type?: pulumi.Input<"Exact" | "RegularExpression">;
  /**
   * Value, or regular expression, that the header has to fit.
   * Allowed: 1 to 4096 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  value: pulumi.Input<string>;
}

/**
 * `spec.rules.matches.method` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleMatchMethod {
  /**
   * Method that is called; it or `service` has to be given.
   * Allowed: at most 1024 characters.
   * @default - any
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  method?: pulumi.Input<string>;
  /**
   * Full name of the service, e.g. `shop.v1.Cart`; it or `method` has to be given.
   * Allowed: at most 1024 characters.
   * @default - any
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  service?: pulumi.Input<string>;
  /**
   * Whether service and method are compared as a whole or by regular expression.
   * @default "Exact"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  type?: pulumi.Input<"Exact" | "RegularExpression">;
}

/**
 * `spec.rules.filters.requestHeaderModifier.add` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilterRequestHeaderModifierAdd {
  /**
   * Name of the header, in any case of letters; of several entries the first counts.
   * Allowed: 1 to 256 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  name: pulumi.Input<string>;
  /**
   * Value of the header.
   * Allowed: 1 to 4096 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  value: pulumi.Input<string>;
}

/**
 * `spec.rules.filters.requestMirror.backendRef` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilterRequestMirrorBackendRef {
  /**
   * API group of the backend; empty for a Service.
   * Allowed: at most 253 characters.
   * @default ""
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the backend.
   * Allowed: 1 to 63 characters.
   * @default "Service"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  kind?: pulumi.Input<string>;
  /**
   * Name of the backend.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the backend; another one needs a ReferenceGrant there.
   * Allowed: 1 to 63 characters.
   * @default - namespace of this object
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  namespace?: pulumi.Input<string>;
  /**
   * Port of the Service, not of its pods; needed when the backend is a Service.
   * Allowed: 1 to 65535.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  port?: pulumi.Input<number>;
}

/**
 * `spec.rules.filters.requestMirror.fraction` of GRPCRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
 */
export interface GRPCRouteRuleFilterRequestMirrorFraction {
  /**
   * Lower number of the fraction.
   * Allowed: at least 1.
   * @default 100
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  denominator?: pulumi.Input<number>;
  /**
   * Upper number of the fraction, at most the lower one.
   * Allowed: 0 or more.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#grpcroute
   */
  numerator: pulumi.Input<number>;
}
