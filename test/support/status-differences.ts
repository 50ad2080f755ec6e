/** Where our checks say otherwise than the statuses that istiod writes, and why that stays so. */
export interface StatusDifference {
  /** What istiod says and we do not. */
  missing?: readonly string[];
  /** What we say and istiod does not. */
  extra?: readonly string[];
  reason: string;
}

/** Reasons of conditions by the checks that say the same. */
export const reasonsOfChecks: Readonly<Record<string, readonly string[]>> = {
  "route-parent": ["NoMatchingParent"],
  "route-listener": ["NoMatchingParent"],
  "route-not-allowed": ["NotAllowedByListeners"],
  "route-hostname": ["NoMatchingListenerHostname"],
  "route-backend": ["BackendNotFound"],
  "route-backend-grant": ["RefNotPermitted"],
  "listener-conflict": ["HostnameConflict", "ProtocolConflict"],
  "listener-set-parent": ["NotAllowed"],
  "listener-certificate": ["InvalidCertificateRef", "RefNotPermitted"],
  "target-ref": ["TargetNotFound"],
};

/** By the names of the sets. */
export const statusDifferences: Readonly<Record<string, StatusDifference>> = {
  "eastwest-remote": {
    extra: [
      "route-listener TLSRoute istio-system/eastwestgateway-grpc",
      "route-listener TLSRoute istio-system/eastwestgateway-webhook",
    ],
    reason: "istiod writes no status for routes at a gateway that another control plane runs",
  },
  invalid: {
    missing: [
      "BackendNotFound HTTPRoute default/invalid-backendRef-serviceimport",
      "InvalidCertificateRef Gateway istio-system/invalid-cert-kind",
      "RefNotPermitted Gateway istio-system/invalid-frontendvalidation-missing-refgrant",
    ],
    extra: ["route-backend HTTPRoute default/invalid-backendRef-mixed"],
    reason:
      "kinds that other controllers bring are not judged, nor are certificates of clients; of several mistakes istiod tells one",
  },
  "reference-policy-inferencepool": {
    missing: ["BackendNotFound HTTPRoute istio-system/backend-allowed-ip"],
    reason: "an InferencePool is of another controller's kind",
  },
  "route-binding": {
    missing: ["NoMatchingListenerHostname HTTPRoute default/same-namespace-invalid"],
    extra: ["route-not-allowed HTTPRoute default/same-namespace-invalid"],
    reason: "istiod tells the namespace that is not allowed as a hostname that does not match",
  },
  status: {
    extra: [
      "route-parent HTTPRoute istio-system/existing-istio-first",
      "route-parent HTTPRoute istio-system/existing-istio-last",
    ],
    reason: "a parent that is not there is another controller's for istiod",
  },
};
