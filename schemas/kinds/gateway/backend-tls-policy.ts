// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.

export interface BackendTLSPolicySpec {
  options?: { [key: string]: string };
  targetRefs: BackendTLSPolicyTargetRef[];
  validation: BackendTLSPolicyValidation;
}

export interface BackendTLSPolicyTargetRef {
  group: string;
  kind: string;
  name: string;
  sectionName?: string;
}

export interface BackendTLSPolicyValidation {
  caCertificateRefs?: BackendTLSPolicyValidationCaCertificateRef[];
  hostname: string;
  subjectAltNames?: BackendTLSPolicyValidationSubjectAltName[];
  wellKnownCACertificates?: string;
}

export interface BackendTLSPolicyValidationCaCertificateRef {
  group: string;
  kind: string;
  name: string;
}

export interface BackendTLSPolicyValidationSubjectAltName {
  hostname?: string;
  type: "Hostname" | "URI";
  uri?: string;
}
