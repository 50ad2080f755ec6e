// Written by scripts/schemas from the custom resource definitions; not to be edited.
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
  /** Allowed: at most 253 characters. */
  group: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  namespace: pulumi.Input<string>;
}

/**
 * `spec.to` of ReferenceGrant.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#referencegrant
 */
export interface ReferenceGrantTo {
  /** Allowed: at most 253 characters. */
  group: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name?: pulumi.Input<string>;
}
