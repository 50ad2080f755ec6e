// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.

export interface HTTPRouteSpec {
  hostnames?: string[];
  parentRefs?: HTTPRouteParentRef[];
  rules?: HTTPRouteRule[];
}

export interface HTTPRouteParentRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  sectionName?: string;
}

export interface HTTPRouteRule {
  backendRefs?: HTTPRouteRuleBackendRef[];
  filters?: HTTPRouteRuleFilter[];
  matches?: HTTPRouteRuleMatch[];
  name?: string;
  retry?: HTTPRouteRuleRetry;
  timeouts?: HTTPRouteRuleTimeouts;
}

export interface HTTPRouteRuleBackendRef {
  filters?: HTTPRouteRuleFilter[];
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
  weight?: number;
}

export interface HTTPRouteRuleFilter {
  cors?: HTTPRouteRuleFilterCors;
  extensionRef?: HTTPRouteRuleFilterExtensionRef;
  requestHeaderModifier?: HTTPRouteRuleFilterRequestHeaderModifier;
  requestMirror?: HTTPRouteRuleFilterRequestMirror;
  requestRedirect?: HTTPRouteRuleFilterRequestRedirect;
  responseHeaderModifier?: HTTPRouteRuleFilterRequestHeaderModifier;
  type:
    | "RequestHeaderModifier"
    | "ResponseHeaderModifier"
    | "RequestMirror"
    | "RequestRedirect"
    | "URLRewrite"
    | "ExtensionRef"
    | "CORS";
  urlRewrite?: HTTPRouteRuleFilterUrlRewrite;
}

export interface HTTPRouteRuleMatch {
  headers?: HTTPRouteRuleMatchHeader[];
  method?: "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "CONNECT" | "OPTIONS" | "TRACE" | "PATCH";
  path?: HTTPRouteRuleMatchPath;
  queryParams?: HTTPRouteRuleMatchQueryParam[];
}

export interface HTTPRouteRuleRetry {
  attempts?: number;
  backoff?: string;
  codes?: number[];
}

export interface HTTPRouteRuleTimeouts {
  backendRequest?: string;
  request?: string;
}

export interface HTTPRouteRuleFilterCors {
  allowCredentials?: boolean;
  allowHeaders?: string[];
  allowMethods?: (
    | "GET"
    | "HEAD"
    | "POST"
    | "PUT"
    | "DELETE"
    | "CONNECT"
    | "OPTIONS"
    | "TRACE"
    | "PATCH"
    | "*"
  )[];
  allowOrigins?: string[];
  exposeHeaders?: string[];
  maxAge?: number;
}

export interface HTTPRouteRuleFilterExtensionRef {
  group: string;
  kind: string;
  name: string;
}

export interface HTTPRouteRuleFilterRequestHeaderModifier {
  add?: HTTPRouteRuleFilterRequestHeaderModifierAdd[];
  remove?: string[];
  set?: HTTPRouteRuleFilterRequestHeaderModifierAdd[];
}

export interface HTTPRouteRuleFilterRequestMirror {
  backendRef: HTTPRouteRuleFilterRequestMirrorBackendRef;
  fraction?: HTTPRouteRuleFilterRequestMirrorFraction;
  percent?: number;
}

export interface HTTPRouteRuleFilterRequestRedirect {
  hostname?: string;
  path?: HTTPRouteRuleFilterRequestRedirectPath;
  port?: number;
  scheme?: "http" | "https";
  statusCode?: 301 | 302 | 303 | 307 | 308;
}

export interface HTTPRouteRuleFilterUrlRewrite {
  hostname?: string;
  path?: HTTPRouteRuleFilterRequestRedirectPath;
}

export interface HTTPRouteRuleMatchHeader {
  name: string;
  type?: "Exact" | "RegularExpression";
  value: string;
}

export interface HTTPRouteRuleMatchPath {
  type?: "Exact" | "PathPrefix" | "RegularExpression";
  value?: string;
}

export interface HTTPRouteRuleMatchQueryParam {
  name: string;
  type?: "Exact" | "RegularExpression";
  value: string;
}

export interface HTTPRouteRuleFilterRequestHeaderModifierAdd {
  name: string;
  value: string;
}

export interface HTTPRouteRuleFilterRequestMirrorBackendRef {
  group?: string;
  kind?: string;
  name: string;
  namespace?: string;
  port?: number;
}

export interface HTTPRouteRuleFilterRequestMirrorFraction {
  denominator?: number;
  numerator: number;
}

export interface HTTPRouteRuleFilterRequestRedirectPath {
  replaceFullPath?: string;
  replacePrefixMatch?: string;
  type: "ReplaceFullPath" | "ReplacePrefixMatch";
}
