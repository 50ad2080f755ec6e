// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of TCPRoute (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
 */
export interface TCPRouteSpec {
  /**
   * Gateways, or with `kind: Service` the services in the mesh, whose connections these rules are for.
   * Allowed: at most 32 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  parentRefs?: TCPRouteParentRef[];
  /**
   * Where the connections go.
   * Allowed: 1 to 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  rules: TCPRouteRule[];
  /**
   * Scope of default gateways to attach to; which gateways those are may change over time.
   * @default - no default gateway
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  useDefaultGateways?: pulumi.Input<"All" | "None">;
}

/**
 * `spec.parentRefs` of TCPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
 */
export interface TCPRouteParentRef {
  /**
   * API group of the parent; a Service needs the empty text `""`.
   * Allowed: at most 253 characters.
   * @default "gateway.networking.k8s.io"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the parent, `Gateway` or for the mesh `Service`.
   * Allowed: 1 to 63 characters.
   * @default "Gateway"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  kind?: pulumi.Input<string>;
  /**
   * Name of the parent.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the parent; a gateway of another one has to allow the route.
   * Allowed: 1 to 63 characters.
   * @default - namespace of this object
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  namespace?: pulumi.Input<string>;
  /**
   * Port of the parent that the route is for; together with `sectionName` both have to fit.
   * Allowed: 1 to 65535.
   * @default - all ports
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  port?: pulumi.Input<number>;
  /**
   * Listener of the gateway, or named port of the Service, that the route is for.
   * Allowed: 1 to 253 characters.
   * @default - the whole parent
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  sectionName?: pulumi.Input<string>;
}

/**
 * `spec.rules` of TCPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
 */
export interface TCPRouteRule {
  /**
   * Services, with their shares of the connections; those of an invalid one are refused.
   * Allowed: 1 to 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  backendRefs: TCPRouteRuleBackendRef[];
  /**
   * Name of the rule, unique within the route.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  name?: pulumi.Input<string>;
}

/**
 * `spec.rules.backendRefs` of TCPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
 */
export interface TCPRouteRuleBackendRef {
  /**
   * API group of the backend; empty for a Service.
   * Allowed: at most 253 characters.
   * @default ""
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the backend.
   * Allowed: 1 to 63 characters.
   * @default "Service"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  kind?: pulumi.Input<string>;
  /**
   * Name of the backend.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the backend; another one needs a ReferenceGrant there.
   * Allowed: 1 to 63 characters.
   * @default - namespace of this object
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  namespace?: pulumi.Input<string>;
  /**
   * Port of the Service, not of its pods; needed when the backend is a Service.
   * Allowed: 1 to 65535.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  port?: pulumi.Input<number>;
  /**
   * Share of the connections, in proportion to the sum of all weights; 0 sends none.
   * Allowed: 0 to 1000000.
   * @default 1
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#tcproute
   */
  weight?: pulumi.Input<number>;
}
