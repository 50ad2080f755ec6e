// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of BackendTLSPolicy (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
 */
export interface BackendTLSPolicySpec {
  /**
   * Further TLS settings by prefixed key; what they mean is up to the implementation.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  options?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Backends that get TLS, in the policy's own namespace; each may be named only once.
   * Allowed: 1 to 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  targetRefs: BackendTLSPolicyTargetRef[];
  /**
   * How the backend's certificate is checked.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  validation: BackendTLSPolicyValidation;
}

/**
 * `spec.targetRefs` of BackendTLSPolicy.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
 */
export interface BackendTLSPolicyTargetRef {
  /**
   * API group of the backend; empty for a Service.
   * Allowed: at most 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  group: pulumi.Input<string>;
  /**
   * Kind of the backend, e.g. `Service`.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the backend.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  name: pulumi.Input<string>;
  /**
   * Named port of the Service; the policy fails when there is no such port.
   * Allowed: 1 to 253 characters.
   * @default - all of its ports
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  sectionName?: pulumi.Input<string>;
}

/**
 * `spec.validation` of BackendTLSPolicy.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
 */
export interface BackendTLSPolicyValidation {
  /**
   * Objects with the CAs, e.g. ConfigMaps with `ca.crt`; this or `wellKnownCACertificates`, not both.
   * Allowed: at most 8 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  caCertificateRefs?: BackendTLSPolicyValidationCaCertificateRef[];
  /**
   * Server name sent as SNI; the certificate has to carry it, unless `subjectAltNames` is given.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  hostname: pulumi.Input<string>;
  /**
   * Names of which the certificate has to carry one; `hostname` then counts for SNI only.
   * Allowed: at most 5 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  subjectAltNames?: BackendTLSPolicyValidationSubjectAltName[];
  /**
   * `System` trusts the CAs of the system; this or `caCertificateRefs`, not both.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  wellKnownCACertificates?: pulumi.Input<string>;
}

/**
 * `spec.validation.caCertificateRefs` of BackendTLSPolicy.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
 */
export interface BackendTLSPolicyValidationCaCertificateRef {
  /**
   * API group of the object; empty for core kinds such as ConfigMap.
   * Allowed: at most 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  group: pulumi.Input<string>;
  /**
   * Kind of the object with the CAs, e.g. `ConfigMap`.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the object with the CAs, in the policy's namespace.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  name: pulumi.Input<string>;
}

/**
 * `spec.validation.subjectAltNames` of BackendTLSPolicy.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
 */
export interface BackendTLSPolicyValidationSubjectAltName {
  /**
   * DNS name in the certificate; needed with type `Hostname`, ignored otherwise.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  hostname?: pulumi.Input<string>;
  /**
   * Whether the name is a DNS name or a URI.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  type: pulumi.Input<"Hostname" | "URI">;
  /**
   * URI in the certificate, e.g. a SPIFFE ID; needed with type `URI`, ignored otherwise.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#backendtlspolicy
   */
  uri?: pulumi.Input<string>;
}
