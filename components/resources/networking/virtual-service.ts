// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of VirtualService (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceSpec {
  /**
   * Namespaces that see these routes: `.` is the own one, `*` all.
   * @default - all namespaces
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  exportTo?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Gateways whose requests these routes are for, as `name` or `namespace/name`; `mesh` stands for all sidecars.
   * @default - ["mesh"]
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  gateways?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Hosts that clients call: a Service's name or FQDN, an external host, or a wildcard such as `*.example.com`.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  hosts?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Routes for HTTP, tried in their order: the first match counts.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  http?: VirtualServiceHttp[];
  /**
   * Routes for other TCP.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  tcp?: VirtualServiceTcp[];
  /**
   * Routes for TLS that is passed through, chosen by SNI.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  tls?: VirtualServiceTls[];
}

/**
 * `spec.http` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHttp {
  /**
   * Cross-origin rules of the browser, answered by the proxy.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  corsPolicy?: VirtualServiceHttpCorsPolicy;
  /**
   * VirtualService that has the routes in its stead.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  delegate?: VirtualServiceHttpDelegate;
  /**
   * Answers with a fixed status and body instead of calling a service.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  directResponse?: VirtualServiceHttpDirectResponse;
  /**
   * Failures and delays put in on purpose.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  fault?: VirtualServiceHttpFault;
  /**
   * Headers to add, set or remove on requests and responses.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  headers?: VirtualServiceHeaders;
  /**
   * When the route is taken: one of the entries fits. Within an entry all conditions have to.
   * @default - every request
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  match?: VirtualServiceHttpMatch[];
  /**
   * Destination that gets a copy of the requests; its answers are thrown away.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  mirror?: VirtualServiceDestination;
  /**
   * Deprecated: use `mirrorPercentage`.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  mirror_percent?: pulumi.Input<number>;
  /**
   * Deprecated: use `mirrorPercentage`.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  mirrorPercent?: pulumi.Input<number>;
  /**
   * Share of the requests that is copied.
   * @default - all of them
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  mirrorPercentage?: VirtualServicePercent;
  /**
   * Destinations that get a copy of the requests; their answers are thrown away.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  mirrors?: VirtualServiceHttpMirror[];
  /**
   * Name of the route, for access logs and metrics.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  name?: pulumi.Input<string>;
  /**
   * Answers with a redirect instead of calling a service.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  redirect?: VirtualServiceHttpRedirect;
  /**
   * What is tried again after a failure.
   * @default - 2 tries more
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  retries?: VirtualServiceHttpRetries;
  /**
   * Changes path or host before the request goes on.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  rewrite?: VirtualServiceHttpRewrite;
  /**
   * Destinations, with their shares of the requests.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  route?: VirtualServiceHttpRoute[];
  /**
   * How long the whole request may take, retries included; 504 afterwards.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - no limit
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  timeout?: pulumi.Input<string>;
}

/**
 * `spec.tcp` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceTcp {
  /**
   * When the route is taken: one of the entries fits. Within an entry all conditions have to.
   * @default - every connection
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  match?: VirtualServiceTcpMatch[];
  /**
   * Destinations, with their shares of the connections.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  route?: VirtualServiceTcpRoute[];
}

/**
 * `spec.tls` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceTls {
  /**
   * When the route is taken: one of the entries fits. Within an entry all conditions have to.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  match: VirtualServiceTlsMatch[];
  /**
   * Destinations, with their shares of the connections.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  route?: VirtualServiceTcpRoute[];
}

/**
 * `spec.http.corsPolicy` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHttpCorsPolicy {
  /**
   * Whether cookies may be sent.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  allowCredentials?: pulumi.Input<boolean>;
  /**
   * Headers that may be sent.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  allowHeaders?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Methods that may be used.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  allowMethods?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Deprecated: use `allowOrigins`.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  allowOrigin?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Origins that may call, by exact value, prefix or expression.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  allowOrigins?: VirtualServiceStringMatch[];
  /**
   * Headers of the answer that scripts may read.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  exposeHeaders?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * How long a browser may remember the answer.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  maxAge?: pulumi.Input<string>;
  /**
   * Whether a preflight from an origin that is not allowed still goes to the service.
   * @default - FORWARD
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  unmatchedPreflights?: pulumi.Input<"UNSPECIFIED" | "FORWARD" | "IGNORE">;
}

/**
 * `spec.http.delegate` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHttpDelegate {
  /**
   * Name of the VirtualService that takes over.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  name?: pulumi.Input<string>;
  /**
   * Namespace of that VirtualService.
   * @default - namespace of this object
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.http.directResponse` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHttpDirectResponse {
  /**
   * Body that is answered, as text or as bytes.
   * @default - empty body
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  body?: VirtualServiceHttpDirectResponseBody;
  /**
   * Status that is answered.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  status: pulumi.Input<number>;
}

/**
 * `spec.http.fault` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHttpFault {
  /**
   * Ends requests with an error.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  abort?: VirtualServiceHttpFaultAbort;
  /**
   * Lets requests wait.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  delay?: VirtualServiceHttpFaultDelay;
}

/**
 * `spec.http.headers` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHeaders {
  /**
   * Changes before the request goes to the service.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  request?: VirtualServiceHeaderOperations;
  /**
   * Changes before the answer goes back to the client.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  response?: VirtualServiceHeaderOperations;
}

/**
 * `spec.http.match` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHttpMatch {
  /**
   * Host of the request.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  authority?: VirtualServiceStringMatch;
  /**
   * Gateways for which this condition holds; overrides the list at the top.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  gateways?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Headers by name, in lower case; an empty object asks only whether the header is there.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  headers?: { [key: string]: VirtualServiceStringMatch };
  /**
   * Compares the path without regard to case.
   * @default - false
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  ignoreUriCase?: pulumi.Input<boolean>;
  /**
   * Method of the request, e.g. exact `GET`.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  method?: VirtualServiceStringMatch;
  /**
   * Name of the condition, joined to the route's name in logs.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  name?: pulumi.Input<string>;
  /**
   * Port that the client called.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  port?: pulumi.Input<number>;
  /**
   * Query parameters by name.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  queryParams?: { [key: string]: VirtualServiceStringMatch };
  /**
   * `http` or `https`.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  scheme?: VirtualServiceStringMatch;
  /**
   * Labels of the calling workload; without effect at a gateway.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  sourceLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Namespace of the calling workload.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  sourceNamespace?: pulumi.Input<string>;
  /**
   * Prefix of the proxy's own counters for this route.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  statPrefix?: pulumi.Input<string>;
  /**
   * Path of the request, without the query.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  uri?: VirtualServiceStringMatch;
  /**
   * Headers that must not fit.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  withoutHeaders?: { [key: string]: VirtualServiceStringMatch };
}

/**
 * `spec.http.mirror` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceDestination {
  /**
   * Service's name or FQDN. Short names belong to the namespace of this object, not of the Service.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  host: pulumi.Input<string>;
  /**
   * Port of the Service; needed when it has several.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  port?: VirtualServiceHttpMirrorPort;
  /**
   * Subset that a DestinationRule of the host declares.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  subset?: pulumi.Input<string>;
}

/**
 * `spec.http.mirrorPercentage` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServicePercent {
  /**
   * Share in percent; fractions count, so `0.1` is one in a thousand.
   * @default - 0
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  value?: pulumi.Input<number>;
}

/**
 * `spec.http.mirrors` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHttpMirror {
  /**
   * Service, subset and port that get the copies.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  destination: VirtualServiceDestination;
  /**
   * Share of the requests that is copied there.
   * @default - all of them
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  percentage?: VirtualServicePercent;
}

/**
 * `spec.http.redirect` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export type VirtualServiceHttpRedirect = {
  /**
   * Host of the new address.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  authority?: pulumi.Input<string>;
  /**
   * Takes the place of the matched prefix; needs a match by prefix and excludes `uri`.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  prefixRewrite?: pulumi.Input<string>;
  /**
   * Status of the answer.
   * Allowed: 0 to 4294967295.
   * @default - 301
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  redirectCode?: pulumi.Input<number>;
  /**
   * Scheme of the new address, `http` or `https`.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  scheme?: pulumi.Input<string>;
  /**
   * Path of the new address.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  uri?: pulumi.Input<string>;
} & (
  | {
      port?: never;
      derivePort?: never;
    }
  | {
      /**
       * Port of the new address; excludes `derivePort`.
       * Allowed: 0 to 4294967295.
       * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
       */
      port: pulumi.Input<number>;
      derivePort?: never;
    }
  | {
      port?: never;
      /**
       * Where the new port comes from: the scheme's usual one or the request's own; excludes `port`.
       * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
       */
      derivePort: pulumi.Input<"FROM_PROTOCOL_DEFAULT" | "FROM_REQUEST_PORT">;
    }
);

/**
 * `spec.http.retries` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHttpRetries {
  /**
   * How often to try again after the first try; 0 switches retries off.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  attempts?: pulumi.Input<number>;
  /**
   * Shortest time between two tries.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - 25ms
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  backoff?: pulumi.Input<string>;
  /**
   * Time for each try.
   * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
   * @default - the route's timeout
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  perTryTimeout?: pulumi.Input<string>;
  /**
   * Whether a further try avoids endpoints that have already been tried.
   * @default - true
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  retryIgnorePreviousHosts?: pulumi.Input<boolean>;
  /**
   * Failures that are tried again, Envoy's words or status codes joined by commas.
   * @default - connect-failure,refused-stream,unavailable,cancelled
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  retryOn?: pulumi.Input<string>;
  /**
   * Whether a further try may go to another locality.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  retryRemoteLocalities?: pulumi.Input<boolean>;
}

/**
 * `spec.http.rewrite` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHttpRewrite {
  /**
   * Host that takes the place of the old one.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  authority?: pulumi.Input<string>;
  /**
   * Path, or the matched prefix of it, that takes the place of the old one.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  uri?: pulumi.Input<string>;
  /**
   * Changes those parts of the path that an expression finds.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  uriRegexRewrite?: VirtualServiceHttpRewriteUriRegexRewrite;
}

/**
 * `spec.http.route` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHttpRoute {
  /**
   * Service, subset and port that the requests go to.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  destination: VirtualServiceDestination;
  /**
   * Headers changed for this destination only.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  headers?: VirtualServiceHeaders;
  /**
   * Share of the requests, in proportion to the sum of all weights.
   * @default - all, when there is one destination
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  weight?: pulumi.Input<number>;
}

/**
 * `spec.tcp.match` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceTcpMatch {
  /**
   * Addresses that the client called, as IP or CIDR.
   * @default - any address
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  destinationSubnets?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Gateways for which this condition holds; overrides the list at the top.
   * @default - the list at the top
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  gateways?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Port that the client called.
   * Allowed: 0 to 4294967295.
   * @default - any port
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  port?: pulumi.Input<number>;
  /**
   * Labels of the calling workload; needs `mesh` among the gateways.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  sourceLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Namespace of the calling workload; needs `mesh` among the gateways.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  sourceNamespace?: pulumi.Input<string>;
  /**
   * Address of the client, as IP or CIDR; istiod does not evaluate it.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  sourceSubnet?: pulumi.Input<string>;
}

/**
 * `spec.tcp.route` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceTcpRoute {
  /**
   * Service, subset and port that the connections go to.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  destination: VirtualServiceDestination;
  /**
   * Share of the connections, in proportion to the sum of all weights.
   * @default - all, when there is one destination
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  weight?: pulumi.Input<number>;
}

/**
 * `spec.tls.match` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceTlsMatch {
  /**
   * Addresses that the client called, as IP or CIDR.
   * @default - any address
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  destinationSubnets?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Gateways for which this condition holds; overrides the list at the top.
   * @default - the list at the top
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  gateways?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Port that the client called.
   * Allowed: 0 to 4294967295.
   * @default - any port
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  port?: pulumi.Input<number>;
  /**
   * Server names of the TLS handshake; each belongs to one of the hosts.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  sniHosts: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Labels of the calling workload; needs `mesh` among the gateways.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  sourceLabels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Namespace of the calling workload; needs `mesh` among the gateways.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  sourceNamespace?: pulumi.Input<string>;
}

/**
 * `spec.http.corsPolicy.allowOrigins` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export type VirtualServiceStringMatch =
  | {
      exact?: never;
      prefix?: never;
      regex?: never;
    }
  | {
      /**
       * Allows this origin only, scheme and port included.
       * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
       */
      exact: pulumi.Input<string>;
      prefix?: never;
      regex?: never;
    }
  | {
      exact?: never;
      /**
       * Allows origins that begin so; end it with care, since longer domains fit as well.
       * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
       */
      prefix: pulumi.Input<string>;
      regex?: never;
    }
  | {
      exact?: never;
      prefix?: never;
      /**
       * Allows origins that this RE2 expression describes from end to end.
       * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
       */
      regex: pulumi.Input<string>;
    };

/**
 * `spec.http.directResponse.body` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export type VirtualServiceHttpDirectResponseBody =
  | {
      string?: never;
      bytes?: never;
    }
  | {
      /**
       * Body as text.
       * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
       */
      string: pulumi.Input<string>;
      bytes?: never;
    }
  | {
      string?: never;
      /**
       * Body in base64, for content that is not text.
       * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
       */
      bytes: pulumi.Input<string>;
    };

/**
 * `spec.http.fault.abort` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export type VirtualServiceHttpFaultAbort = {
  /**
   * Share of the requests that end with the error.
   * @default - none of them
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  percentage?: VirtualServicePercent;
} & (
  | {
      httpStatus?: never;
      grpcStatus?: never;
      http2Error?: never;
    }
  | {
      /**
       * Status that is answered.
       * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
       */
      httpStatus: pulumi.Input<number>;
      grpcStatus?: never;
      http2Error?: never;
    }
  | {
      httpStatus?: never;
      /**
       * Status that gRPC clients get, by its name such as `UNAVAILABLE`, not by its number.
       * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
       */
      grpcStatus: pulumi.Input<string>;
      http2Error?: never;
    }
  | {
      httpStatus?: never;
      grpcStatus?: never;
      /**
       * Not supported yet: Istio refuses it.
       * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
       */
      http2Error: pulumi.Input<string>;
    }
);

/**
 * `spec.http.fault.delay` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export type VirtualServiceHttpFaultDelay = {
  /**
   * Deprecated: use `percentage`.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  percent?: pulumi.Input<number>;
  /**
   * Share of the requests that wait.
   * @default - none of them
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  percentage?: VirtualServicePercent;
} & (
  | {
      fixedDelay?: never;
      exponentialDelay?: never;
    }
  | {
      /**
       * Time that the request waits.
       * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
       * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
       */
      fixedDelay: pulumi.Input<string>;
      exponentialDelay?: never;
    }
  | {
      fixedDelay?: never;
      /**
       * Not supported yet: Istio refuses it.
       * Duration with its unit, e.g. `"1.5s"`, `"200ms"`.
       * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
       */
      exponentialDelay: pulumi.Input<string>;
    }
);

/**
 * `spec.http.headers.request` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHeaderOperations {
  /**
   * Values by header that are put beside those already there.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  add?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Names of headers that are taken out.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  remove?: pulumi.Input<pulumi.Input<string>[]>;
  /**
   * Values by header that take the place of those already there.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  set?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.http.mirror.port` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHttpMirrorPort {
  /**
   * Port number of the Service, not of the container.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  number?: pulumi.Input<number>;
}

/**
 * `spec.http.rewrite.uriRegexRewrite` of VirtualService.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
 */
export interface VirtualServiceHttpRewriteUriRegexRewrite {
  /**
   * RE2 expression that finds the parts of the path to be changed.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  match?: pulumi.Input<string>;
  /**
   * Text for the parts found; `\1` stands for the first group of the expression.
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/
   */
  rewrite?: pulumi.Input<string>;
}
