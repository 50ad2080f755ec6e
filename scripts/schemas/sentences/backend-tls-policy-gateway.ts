import type { FieldSentences } from "./field-sentence";

export const backendTlsPolicyGateway: FieldSentences = {
  "spec.options": {
    text: "Further TLS settings by prefixed key; what they mean is up to the implementation.",
  },
  "spec.targetRefs": {
    text: "Backends that get TLS, in the policy's own namespace; each may be named only once.",
  },
  "spec.validation": {
    text: "How the backend's certificate is checked.",
  },
  "spec.targetRefs.group": {
    text: "API group of the backend; empty for a Service.",
  },
  "spec.targetRefs.kind": {
    text: "Kind of the backend, e.g. `Service`.",
  },
  "spec.targetRefs.name": {
    text: "Name of the backend.",
  },
  "spec.targetRefs.sectionName": {
    text: "Named port of the Service; the policy fails when there is no such port.",
    default: "all of its ports",
  },
  "spec.validation.caCertificateRefs": {
    text: "Objects with the CAs, e.g. ConfigMaps with `ca.crt`; this or `wellKnownCACertificates`, not both.",
  },
  "spec.validation.hostname": {
    text: "Server name sent as SNI; the certificate has to carry it, unless `subjectAltNames` is given.",
  },
  "spec.validation.subjectAltNames": {
    text: "Names of which the certificate has to carry one; `hostname` then counts for SNI only.",
  },
  "spec.validation.wellKnownCACertificates": {
    text: "`System` trusts the CAs of the system; this or `caCertificateRefs`, not both.",
  },
  "spec.validation.caCertificateRefs.group": {
    text: "API group of the object; empty for core kinds such as ConfigMap.",
  },
  "spec.validation.caCertificateRefs.kind": {
    text: "Kind of the object with the CAs, e.g. `ConfigMap`.",
  },
  "spec.validation.caCertificateRefs.name": {
    text: "Name of the object with the CAs, in the policy's namespace.",
  },
  "spec.validation.subjectAltNames.hostname": {
    text: "DNS name in the certificate; needed with type `Hostname`, ignored otherwise.",
  },
  "spec.validation.subjectAltNames.type": {
    text: "Whether the name is a DNS name or a URI.",
  },
  "spec.validation.subjectAltNames.uri": {
    text: "URI in the certificate, e.g. a SPIFFE ID; needed with type `URI`, ignored otherwise.",
  },
};
