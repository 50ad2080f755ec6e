// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of ReferenceGrant (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
 */
export interface ReferenceGrantSpec {
  /**
   * Who may refer to objects of this namespace: group, kind and namespace.
   * Allowed: 1 to 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
   */
  from: ReferenceGrantFrom[];
  /**
   * Which objects of this namespace may be referred to.
   * Allowed: 1 to 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
   */
  to: ReferenceGrantTo[];
}

/**
 * `spec.from` of ReferenceGrant.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
 */
export interface ReferenceGrantFrom {
  /**
   * API group of the objects that refer; empty for core kinds.
   * Allowed: at most 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
   */
  group: pulumi.Input<string>;
  /**
   * Kind of the objects that refer, e.g. `Gateway` or `HTTPRoute`.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
   */
  kind: pulumi.Input<string>;
  /**
   * Namespace of the objects that refer.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
   */
  namespace: pulumi.Input<string>;
}

/**
 * `spec.to` of ReferenceGrant.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
 */
export interface ReferenceGrantTo {
  /**
   * API group of the objects referred to; empty for core kinds such as Secret and Service.
   * Allowed: at most 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
   */
  group: pulumi.Input<string>;
  /**
   * Kind of the objects referred to, e.g. `Secret` or `Service`.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the one object that may be referred to.
   * Allowed: 1 to 253 characters.
   * @default - all of the kind in this namespace
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
   */
  name?: pulumi.Input<string>;
}
