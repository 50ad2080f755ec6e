// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of BackendTLSPolicy (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
 */
export interface BackendTLSPolicySpec {
  options?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /** Allowed: 1 to 16 entries. */
  targetRefs: BackendTLSPolicyTargetRef[];
  validation: BackendTLSPolicyValidation;
}

/**
 * `spec.targetRefs` of BackendTLSPolicy.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
 */
export interface BackendTLSPolicyTargetRef {
  /** Allowed: at most 253 characters. */
  group: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  sectionName?: pulumi.Input<string>;
}

/**
 * `spec.validation` of BackendTLSPolicy.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
 */
export interface BackendTLSPolicyValidation {
  /** Allowed: at most 8 entries. */
  caCertificateRefs?: BackendTLSPolicyValidationCaCertificateRef[];
  /** Allowed: 1 to 253 characters. */
  hostname: pulumi.Input<string>;
  /** Allowed: at most 5 entries. */
  subjectAltNames?: BackendTLSPolicyValidationSubjectAltName[];
  /** Allowed: 1 to 253 characters. */
  wellKnownCACertificates?: pulumi.Input<string>;
}

/**
 * `spec.validation.caCertificateRefs` of BackendTLSPolicy.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
 */
export interface BackendTLSPolicyValidationCaCertificateRef {
  /** Allowed: at most 253 characters. */
  group: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
}

/**
 * `spec.validation.subjectAltNames` of BackendTLSPolicy.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
 */
export interface BackendTLSPolicyValidationSubjectAltName {
  /** Allowed: 1 to 253 characters. */
  hostname?: pulumi.Input<string>;
  type: pulumi.Input<"Hostname" | "URI">;
  /** Allowed: 1 to 253 characters. */
  uri?: pulumi.Input<string>;
}
