// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of HTTPRoute (gateway.networking.k8s.io).
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteSpec {
  /**
   * Hosts of the requests.
   * Allowed: at most 16 entries.
   * @default - all of the parent's
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  hostnames?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Gateways, or with `kind: Service` the services in the mesh, whose requests these rules are for.
   * Allowed: at most 32 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  parentRefs?: HTTPRouteParentRef[];
  /**
   * Rules, the most specific match counts.
   * Allowed: 1 to 16 entries.
   * @default [{"matches":[{"path":{"type":"PathPrefix","value":"/"}}]}]
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  rules?: HTTPRouteRule[];
}

/**
 * `spec.parentRefs` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteParentRef {
  /**
   * Allowed: at most 253 characters.
   * @default "gateway.networking.k8s.io"
   */
  group?: pulumi.Input<string>;
  /**
   * Allowed: 1 to 63 characters.
   * @default "Gateway"
   */
  kind?: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  namespace?: pulumi.Input<string>;
  /** Allowed: 1 to 65535. */
  port?: pulumi.Input<number>;
  /** Allowed: 1 to 253 characters. */
  sectionName?: pulumi.Input<string>;
}

/**
 * `spec.rules` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRule {
  /**
   * Services, with their shares of the requests.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  backendRefs?: HTTPRouteRuleBackendRef[];
  /**
   * Changes to requests and responses, redirects, mirrors.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  filters?: HTTPRouteRuleFilter[];
  /**
   * When the rule is taken: one of the entries fits.
   * Allowed: at most 64 entries.
   * @default [{"path":{"type":"PathPrefix","value":"/"}}]
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  matches?: HTTPRouteRuleMatch[];
  /** Allowed: 1 to 253 characters. */
  name?: pulumi.Input<string>;
  /** Duration with its unit, e.g. `"1.5s"`, `"200ms"`. */
  timeouts?: HTTPRouteRuleTimeouts;
}

/**
 * `spec.rules.backendRefs` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleBackendRef {
  /** Allowed: at most 16 entries. */
  filters?: HTTPRouteRuleFilter[];
  /**
   * Allowed: at most 253 characters.
   * @default ""
   */
  group?: pulumi.Input<string>;
  /**
   * Allowed: 1 to 63 characters.
   * @default "Service"
   */
  kind?: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  namespace?: pulumi.Input<string>;
  /**
   * Port of the Service.
   * Allowed: 1 to 65535.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  port?: pulumi.Input<number>;
  /**
   * Share of the requests, in proportion to the sum of all weights; 0 sends none.
   * Allowed: 0 to 1000000.
   * @default 1
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  weight?: pulumi.Input<number>;
}

/**
 * `spec.rules.filters` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilter {
  cors?: HTTPRouteRuleFilterCors;
  extensionRef?: HTTPRouteRuleFilterExtensionRef;
  requestHeaderModifier?: HTTPRouteRuleFilterRequestHeaderModifier;
  requestMirror?: HTTPRouteRuleFilterRequestMirror;
  requestRedirect?: HTTPRouteRuleFilterRequestRedirect;
  responseHeaderModifier?: HTTPRouteRuleFilterRequestHeaderModifier;
  type: pulumi.Input<
    | "RequestHeaderModifier"
    | "ResponseHeaderModifier"
    | "RequestMirror"
    | "RequestRedirect"
    | "URLRewrite"
    | "ExtensionRef"
    | "CORS"
  >;
  urlRewrite?: HTTPRouteRuleFilterUrlRewrite;
}

/**
 * `spec.rules.matches` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleMatch {
  /** Allowed: at most 16 entries. */
  headers?: HTTPRouteRuleMatchHeader[];
  method?: pulumi.Input<
    "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "CONNECT" | "OPTIONS" | "TRACE" | "PATCH"
  >;
  /** @default {"type":"PathPrefix","value":"/"} */
  path?: HTTPRouteRuleMatchPath;
  /** Allowed: at most 16 entries. */
  queryParams?: HTTPRouteRuleMatchQueryParam[];
}

/**
 * `spec.rules.timeouts` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleTimeouts {
  /**
   * How long each try may take.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  backendRequest?: pulumi.Input<string>;
  /**
   * How long the whole request may take; `0s` is no limit.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  request?: pulumi.Input<string>;
}

/**
 * `spec.rules.filters.cors` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterCors {
  allowCredentials?: pulumi.Input<boolean>;
  /** Allowed: at most 64 entries. */
  allowHeaders?: pulumi.Input<pulumi.Input<string>[]>;
  /** Allowed: at most 9 entries. */
  allowMethods?: pulumi.Input<
    pulumi.Input<
      "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "CONNECT" | "OPTIONS" | "TRACE" | "PATCH" | "*"
    >[]
  >;
  /** Allowed: at most 64 entries. */
  allowOrigins?: pulumi.Input<pulumi.Input<string>[]>;
  /** Allowed: at most 64 entries. */
  exposeHeaders?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Allowed: at least 1.
   * @default 5
   */
  maxAge?: pulumi.Input<number>;
}

/**
 * `spec.rules.filters.extensionRef` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterExtensionRef {
  /** Allowed: at most 253 characters. */
  group: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
}

/**
 * `spec.rules.filters.requestHeaderModifier` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestHeaderModifier {
  /** Allowed: at most 16 entries. */
  add?: HTTPRouteRuleFilterRequestHeaderModifierAdd[];
  /** Allowed: at most 16 entries. */
  remove?: pulumi.Input<pulumi.Input<string>[]>;
  /** Allowed: at most 16 entries. */
  set?: HTTPRouteRuleFilterRequestHeaderModifierAdd[];
}

/**
 * `spec.rules.filters.requestMirror` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestMirror {
  backendRef: HTTPRouteRuleFilterRequestMirrorBackendRef;
  fraction?: HTTPRouteRuleFilterRequestMirrorFraction;
  /** Allowed: 0 to 100. */
  percent?: pulumi.Input<number>;
}

/**
 * `spec.rules.filters.requestRedirect` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestRedirect {
  /** Allowed: 1 to 253 characters. */
  hostname?: pulumi.Input<string>;
  path?: HTTPRouteRuleFilterRequestRedirectPath;
  /** Allowed: 1 to 65535. */
  port?: pulumi.Input<number>;
  scheme?: pulumi.Input<"http" | "https">;
  /** @default 302 */
  statusCode?: pulumi.Input<301 | 302 | 303 | 307 | 308>;
}

/**
 * `spec.rules.filters.urlRewrite` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterUrlRewrite {
  /** Allowed: 1 to 253 characters. */
  hostname?: pulumi.Input<string>;
  path?: HTTPRouteRuleFilterRequestRedirectPath;
}

/**
 * `spec.rules.matches.headers` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleMatchHeader {
  /** Allowed: 1 to 256 characters. */
  name: pulumi.Input<string>;
  /** @default "Exact" */
  type?: pulumi.Input<"Exact" | "RegularExpression">;
  /** Allowed: 1 to 4096 characters. */
  value: pulumi.Input<string>;
}

/**
 * `spec.rules.matches.path` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleMatchPath {
  /** @default "PathPrefix" */
  type?: pulumi.Input<"Exact" | "PathPrefix" | "RegularExpression">;
  /**
   * Allowed: at most 1024 characters.
   * @default "/"
   */
  value?: pulumi.Input<string>;
}

/**
 * `spec.rules.matches.queryParams` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleMatchQueryParam {
  /** Allowed: 1 to 256 characters. */
  name: pulumi.Input<string>;
  /** @default "Exact" */
  type?: pulumi.Input<"Exact" | "RegularExpression">;
  /** Allowed: 1 to 1024 characters. */
  value: pulumi.Input<string>;
}

/**
 * `spec.rules.filters.requestHeaderModifier.add` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestHeaderModifierAdd {
  /** Allowed: 1 to 256 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 4096 characters. */
  value: pulumi.Input<string>;
}

/**
 * `spec.rules.filters.requestMirror.backendRef` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestMirrorBackendRef {
  /**
   * Allowed: at most 253 characters.
   * @default ""
   */
  group?: pulumi.Input<string>;
  /**
   * Allowed: 1 to 63 characters.
   * @default "Service"
   */
  kind?: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  namespace?: pulumi.Input<string>;
  /** Allowed: 1 to 65535. */
  port?: pulumi.Input<number>;
}

/**
 * `spec.rules.filters.requestMirror.fraction` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestMirrorFraction {
  /**
   * Allowed: at least 1.
   * @default 100
   */
  denominator?: pulumi.Input<number>;
  /** Allowed: 0 or more. */
  numerator: pulumi.Input<number>;
}

/**
 * `spec.rules.filters.requestRedirect.path` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestRedirectPath {
  /** Allowed: at most 1024 characters. */
  replaceFullPath?: pulumi.Input<string>;
  /** Allowed: at most 1024 characters. */
  replacePrefixMatch?: pulumi.Input<string>;
  type: pulumi.Input<"ReplaceFullPath" | "ReplacePrefixMatch">;
}
