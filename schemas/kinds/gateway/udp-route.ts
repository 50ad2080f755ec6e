// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.

export interface UDPRouteSpec {
  parentRefs?: UDPRouteParentRef[];
  rules: UDPRouteRule[];
}

export interface UDPRouteParentRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  sectionName?: string;
}

export interface UDPRouteRule {
  backendRefs: UDPRouteRuleBackendRef[];
  name?: string;
}

export interface UDPRouteRuleBackendRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  weight?: number;
}
