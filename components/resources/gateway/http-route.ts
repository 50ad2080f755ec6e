// Written by scripts/update-schemas from Gateway API 1.6 and Gateway API 1.7 (schemas/sources.json); do not edit.
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
   * API group of the parent; a Service needs the empty text `""`.
   * Allowed: at most 253 characters.
   * @default "gateway.networking.k8s.io"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the parent, `Gateway` or for the mesh `Service`.
   * Allowed: 1 to 63 characters.
   * @default "Gateway"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  kind?: pulumi.Input<string>;
  /**
   * Name of the parent.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the parent; a gateway of another one has to allow the route.
   * Allowed: 1 to 63 characters.
   * @default - namespace of this object
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  namespace?: pulumi.Input<string>;
  /**
   * Port of the parent that the route is for; together with `sectionName` both have to fit.
   * Allowed: 1 to 65535.
   * @default - all ports
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  port?: pulumi.Input<number>;
  /**
   * Listener of the gateway, or named port of the Service, that the route is for.
   * Allowed: 1 to 253 characters.
   * @default - the whole parent
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
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
  /**
   * Name of the rule, unique within the route.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  name?: pulumi.Input<string>;
  /**
   * When a request is tried again.
   * From Gateway API 1.7 on.
   * @default - nothing of the route's own; Istio tries twice
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  retry?: HTTPRouteRuleRetry;
  /**
   * Time limits for requests of the rule.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  timeouts?: HTTPRouteRuleTimeouts;
}

/**
 * `spec.rules.backendRefs` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleBackendRef {
  /**
   * Filters for requests that go to this backend only.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  filters?: HTTPRouteRuleFilter[];
  /**
   * API group of the backend; empty for a Service.
   * Allowed: at most 253 characters.
   * @default ""
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the backend.
   * Allowed: 1 to 63 characters.
   * @default "Service"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  kind?: pulumi.Input<string>;
  /**
   * Name of the backend.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the backend; another one needs a ReferenceGrant there.
   * Allowed: 1 to 63 characters.
   * @default - namespace of this object
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
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
  /**
   * Cross-origin rules of the browser, answered by the proxy.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  cors?: HTTPRouteRuleFilterCors;
  /**
   * Filter of the implementation's own, by reference to an object.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  extensionRef?: HTTPRouteRuleFilterExtensionRef;
  /**
   * Headers to add, set or remove on the request.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  requestHeaderModifier?: HTTPRouteRuleFilterRequestHeaderModifier;
  /**
   * Copies requests to a further backend, whose answers are thrown away.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  requestMirror?: HTTPRouteRuleFilterRequestMirror;
  /**
   * Answers with a redirect instead of calling a backend.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  requestRedirect?: HTTPRouteRuleFilterRequestRedirect;
  /**
   * Headers to add, set or remove on the response.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  responseHeaderModifier?: HTTPRouteRuleFilterRequestHeaderModifier;
  /**
   * Which filter this is; the field of the same name holds its settings.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  type: pulumi.Input<
    | "RequestHeaderModifier"
    | "ResponseHeaderModifier"
    | "RequestMirror"
    | "RequestRedirect"
    | "URLRewrite"
    | "ExtensionRef"
    | "CORS"
  >;
  /**
   * Changes host or path before the request goes on.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  urlRewrite?: HTTPRouteRuleFilterUrlRewrite;
}

/**
 * `spec.rules.matches` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleMatch {
  /**
   * Headers of the request, all of which have to fit.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  headers?: HTTPRouteRuleMatchHeader[];
  /**
   * Method of the request.
   * @default - any
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  method?: pulumi.Input<
    "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "CONNECT" | "OPTIONS" | "TRACE" | "PATCH"
  >;
  /**
   * Path of the request, without the query.
   * @default - every path
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  path?: HTTPRouteRuleMatchPath;
  /**
   * Query parameters, all of which have to fit.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  queryParams?: HTTPRouteRuleMatchQueryParam[];
}

/**
 * `spec.rules.retry` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleRetry {
  /**
   * How often it is tried again.
   * Allowed: 0 or more.
   * @default 1
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  attempts?: pulumi.Input<number>;
  /**
   * How long is waited before a try.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  backoff?: pulumi.Input<string>;
  /**
   * Status codes after which it is tried again, beside failed connections.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  codes?: pulumi.Input<pulumi.Input<number>[]>;
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
  /**
   * Whether cookies and other credentials may be sent.
   * @default - false
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  allowCredentials?: pulumi.Input<boolean>;
  /**
   * Request headers that may be sent, in any case of letters.
   * Allowed: at most 64 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  allowHeaders?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Methods that may be used, `*` for all; `GET`, `HEAD` and `POST` always may.
   * Allowed: at most 9 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  allowMethods?: pulumi.Input<
    pulumi.Input<
      "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "CONNECT" | "OPTIONS" | "TRACE" | "PATCH" | "*"
    >[]
  >;
  /**
   * Origins that may call, as `scheme://host[:port]`; `*` in the host stands for any text.
   * Allowed: at most 64 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  allowOrigins?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Headers of the answer that scripts may read, besides the ones browsers always show.
   * Allowed: at most 64 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  exposeHeaders?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * How long a browser may remember the answer, in seconds.
   * Allowed: at least 1.
   * @default 5
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  maxAge?: pulumi.Input<number>;
}

/**
 * `spec.rules.filters.extensionRef` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterExtensionRef {
  /**
   * API group of the object; empty for core kinds.
   * Allowed: at most 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  group: pulumi.Input<string>;
  /**
   * Kind of the object.
   * Allowed: 1 to 63 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the object, in the route's namespace.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  name: pulumi.Input<string>;
}

/**
 * `spec.rules.filters.requestHeaderModifier` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestHeaderModifier {
  /**
   * Headers to add; a value already there is kept beside the new one.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  add?: HTTPRouteRuleFilterRequestHeaderModifierAdd[];
  /**
   * Names of headers to take away, in any case of letters.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  remove?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Headers to set; a value already there is replaced.
   * Allowed: at most 16 entries.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  set?: HTTPRouteRuleFilterRequestHeaderModifierAdd[];
}

/**
 * `spec.rules.filters.requestMirror` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestMirror {
  /**
   * Backend that gets the copies.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  backendRef: HTTPRouteRuleFilterRequestMirrorBackendRef;
  /**
   * Share of the requests that is copied, as a fraction; not together with `percent`.
   * @default - all of them
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  fraction?: HTTPRouteRuleFilterRequestMirrorFraction;
  /**
   * Share of the requests that is copied, in percent; not together with `fraction`.
   * Allowed: 0 to 100.
   * @default - all of them
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  percent?: pulumi.Input<number>;
}

/**
 * `spec.rules.filters.requestRedirect` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestRedirect {
  /**
   * Host of the new address.
   * Allowed: 1 to 253 characters.
   * @default - the request's
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  hostname?: pulumi.Input<string>;
  /**
   * Path of the new address.
   * @default - the request's
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  path?: HTTPRouteRuleFilterRequestRedirectPath;
  /**
   * Port of the new address.
   * Allowed: 1 to 65535.
   * @default - the usual one of `scheme`, or the listener's when no scheme is given
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  port?: pulumi.Input<number>;
  /**
   * Scheme of the new address.
   * @default - the request's
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  scheme?: pulumi.Input<"http" | "https">;
  /**
   * Status of the answer.
   * @default 302
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  statusCode?: pulumi.Input<301 | 302 | 303 | 307 | 308>;
}

/**
 * `spec.rules.filters.urlRewrite` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterUrlRewrite {
  /**
   * Host that takes the place of the old one.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  hostname?: pulumi.Input<string>;
  /**
   * Change to the path.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  path?: HTTPRouteRuleFilterRequestRedirectPath;
}

/**
 * `spec.rules.matches.headers` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleMatchHeader {
  /**
   * Name of the header, in any case of letters; of several entries the first counts.
   * Allowed: 1 to 256 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  name: pulumi.Input<string>;
  /**
   * Whether the value is compared as a whole or by regular expression.
   * @default "Exact"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  type?: pulumi.Input<"Exact" | "RegularExpression">;
  /**
   * Value, or regular expression, that the header has to fit.
   * Allowed: 1 to 4096 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  value: pulumi.Input<string>;
}

/**
 * `spec.rules.matches.path` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleMatchPath {
  /**
   * How the path is compared; `PathPrefix` goes by whole elements, so `/ab` does not fit `/abc`.
   * @default "PathPrefix"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  type?: pulumi.Input<"Exact" | "PathPrefix" | "RegularExpression">;
  /**
   * Path, prefix or regular expression that the request has to fit.
   * Allowed: at most 1024 characters.
   * @default "/"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  value?: pulumi.Input<string>;
}

/**
 * `spec.rules.matches.queryParams` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleMatchQueryParam {
  /**
   * Name of the parameter, exactly as written; of several entries the first counts.
   * Allowed: 1 to 256 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  name: pulumi.Input<string>;
  /**
   * Whether the value is compared as a whole or by regular expression.
   * @default "Exact"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  type?: pulumi.Input<"Exact" | "RegularExpression">;
  /**
   * Value, or regular expression, that the parameter has to fit.
   * Allowed: 1 to 1024 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  value: pulumi.Input<string>;
}

/**
 * `spec.rules.filters.requestHeaderModifier.add` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestHeaderModifierAdd {
  /**
   * Name of the header, in any case of letters; of several entries the first counts.
   * Allowed: 1 to 256 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  name: pulumi.Input<string>;
  /**
   * Value of the header.
   * Allowed: 1 to 4096 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  value: pulumi.Input<string>;
}

/**
 * `spec.rules.filters.requestMirror.backendRef` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestMirrorBackendRef {
  /**
   * API group of the backend; empty for a Service.
   * Allowed: at most 253 characters.
   * @default ""
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  group?: pulumi.Input<string>;
  /**
   * Kind of the backend.
   * Allowed: 1 to 63 characters.
   * @default "Service"
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  kind?: pulumi.Input<string>;
  /**
   * Name of the backend.
   * Allowed: 1 to 253 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  name: pulumi.Input<string>;
  /**
   * Namespace of the backend; another one needs a ReferenceGrant there.
   * Allowed: 1 to 63 characters.
   * @default - namespace of this object
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  namespace?: pulumi.Input<string>;
  /**
   * Port of the Service, not of its pods; needed when the backend is a Service.
   * Allowed: 1 to 65535.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  port?: pulumi.Input<number>;
}

/**
 * `spec.rules.filters.requestMirror.fraction` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestMirrorFraction {
  /**
   * Lower number of the fraction.
   * Allowed: at least 1.
   * @default 100
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  denominator?: pulumi.Input<number>;
  /**
   * Upper number of the fraction, at most the lower one.
   * Allowed: 0 or more.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  numerator: pulumi.Input<number>;
}

/**
 * `spec.rules.filters.requestRedirect.path` of HTTPRoute.
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 */
export interface HTTPRouteRuleFilterRequestRedirectPath {
  /**
   * Path that takes the place of the old one.
   * Allowed: at most 1024 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  replaceFullPath?: pulumi.Input<string>;
  /**
   * Text that takes the place of the matched prefix; works only with a `PathPrefix` match.
   * Allowed: at most 1024 characters.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  replacePrefixMatch?: pulumi.Input<string>;
  /**
   * Whether the whole path or only the matched prefix is replaced.
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
   */
  type: pulumi.Input<"ReplaceFullPath" | "ReplacePrefixMatch">;
}
