/** Where our checks say otherwise than Istio's analyzers in a case of their table, and why that stays so. */
export interface AnalyzerDifference {
  /** What Istio finds and we do not. */
  missing?: readonly string[];
  /** What we find and Istio does not. */
  extra?: readonly string[];
  reason: string;
}

/** Codes of the table that no check of ours has. */
export const codesLeftOut: Readonly<Record<string, string>> = {
  IST0103: "asks whether a running Pod has the proxy's container, which the injector adds later",
  IST0158: "compares the image of a running proxy with the injector's",
  IST0171: "reads the status of objects, which a controller writes",
};

/** One code is of several analyzers and of several of our checks: which say the same. */
export const checksOfAnalyzers: Readonly<Record<string, readonly string[]>> = {
  "virtualservice.DestinationHostAnalyzer": [
    "virtual-service-host",
    "virtual-service-port",
    "virtual-service-port-missing",
    "ingress-split",
  ],
  "virtualservice.DestinationRuleAnalyzer": ["virtual-service-subset"],
  "virtualservice.GatewayAnalyzer": [
    "virtual-service-gateway",
    "gateway-hosts",
    "internal-gateway",
  ],
  "gateway.IngressGatewayPortAnalyzer": ["gateway-selector", "gateway-port"],
  "gateway.SecretAnalyzer": ["gateway-selector", "gateway-credential", "gateway-secret"],
  "gateway.ConflictingGatewayAnalyzer": ["gateway-conflict"],
};

/** By the names of the cases. */
export const analyzerDifferences: Readonly<Record<string, AnalyzerDifference>> = {
  virtualServiceGateways: {
    missing: ["IST0132 VirtualService default/httpbin-bogus"],
    reason:
      "its gateway does not exist, which is found as IST0101; that no host of it fits says the same once more",
  },
  virtualServiceDestinationHosts: {
    missing: ["IST0101 VirtualService default/reviews-bogushost"],
    reason: "the API server refuses the object (a destination is empty), which is found as IST0106",
  },
  EnvoyFilterUsesRemoveOperation: {
    missing: [
      "IST0151 EnvoyFilter bookinfo/test-remove-1",
      "IST0151 EnvoyFilter bookinfo/test-remove-5",
    ],
    reason:
      "nobody else patches what the first one looks for (NETWORK_FILTER), so that no order matters; the API server refuses the fifth (match is null), which is found as IST0106",
  },
};
