// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.

export interface TLSRouteSpec {
  hostnames: string[];
  parentRefs?: TLSRouteParentRef[];
  rules: TLSRouteRule[];
}

export interface TLSRouteParentRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  sectionName?: string;
}

export interface TLSRouteRule {
  backendRefs: TLSRouteRuleBackendRef[];
  name?: string;
}

export interface TLSRouteRuleBackendRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  weight?: number;
}
