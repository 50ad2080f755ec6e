// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.

export interface TCPRouteSpec {
  parentRefs?: TCPRouteParentRef[];
  rules: TCPRouteRule[];
  useDefaultGateways?: "All" | "None";
}

export interface TCPRouteParentRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  sectionName?: string;
}

export interface TCPRouteRule {
  backendRefs: TCPRouteRuleBackendRef[];
  name?: string;
}

export interface TCPRouteRuleBackendRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  weight?: number;
}
