// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.

export interface GRPCRouteSpec {
  hostnames?: string[];
  parentRefs?: GRPCRouteParentRef[];
  rules?: GRPCRouteRule[];
}

export interface GRPCRouteParentRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  sectionName?: string;
}

export interface GRPCRouteRule {
  backendRefs?: GRPCRouteRuleBackendRef[];
  filters?: GRPCRouteRuleFilter[];
  matches?: GRPCRouteRuleMatch[];
  name?: string;
}

export interface GRPCRouteRuleBackendRef {
  filters?: GRPCRouteRuleFilter[];
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  weight?: number;
}

export interface GRPCRouteRuleFilter {
  extensionRef?: GRPCRouteRuleFilterExtensionRef;
  requestHeaderModifier?: GRPCRouteRuleFilterRequestHeaderModifier;
  requestMirror?: GRPCRouteRuleFilterRequestMirror;
  responseHeaderModifier?: GRPCRouteRuleFilterRequestHeaderModifier;
  type: "ResponseHeaderModifier" | "RequestHeaderModifier" | "RequestMirror" | "ExtensionRef";
}

export interface GRPCRouteRuleMatch {
  headers?: GRPCRouteRuleMatchHeader[];
  method?: GRPCRouteRuleMatchMethod;
}

export interface GRPCRouteRuleFilterExtensionRef {
  group: string;
  kind: string;
  name: string;
}

export interface GRPCRouteRuleFilterRequestHeaderModifier {
  add?: GRPCRouteRuleFilterRequestHeaderModifierAdd[];
  remove?: string[];
  set?: GRPCRouteRuleFilterRequestHeaderModifierAdd[];
}

export interface GRPCRouteRuleFilterRequestMirror {
  backendRef: GRPCRouteRuleFilterRequestMirrorBackendRef;
  fraction?: GRPCRouteRuleFilterRequestMirrorFraction;
  percent?: number;
}

export interface GRPCRouteRuleMatchHeader {
  name: string;
  type?: "Exact" | "RegularExpression";
  value: string;
}

export interface GRPCRouteRuleMatchMethod {
  method?: string;
  service?: string;
  type?: "Exact" | "RegularExpression";
}

export interface GRPCRouteRuleFilterRequestHeaderModifierAdd {
  name: string;
  value: string;
}

export interface GRPCRouteRuleFilterRequestMirrorBackendRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
}

export interface GRPCRouteRuleFilterRequestMirrorFraction {
  denominator?: number;
  numerator: number;
}
