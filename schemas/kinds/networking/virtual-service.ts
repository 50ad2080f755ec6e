// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface VirtualServiceSpec {
  exportTo?: string[];
  gateways?: string[];
  hosts?: string[];
  http?: VirtualServiceHttp[];
  tcp?: VirtualServiceTcp[];
  tls?: VirtualServiceTls[];
}

export interface VirtualServiceHttp {
  corsPolicy?: VirtualServiceHttpCorsPolicy;
  delegate?: VirtualServiceHttpDelegate;
  directResponse?: VirtualServiceHttpDirectResponse;
  fault?: VirtualServiceHttpFault;
  headers?: VirtualServiceHeaders;
  match?: VirtualServiceHttpMatch[];
  mirror?: VirtualServiceDestination;
  mirror_percent?: number;
  mirrorPercent?: number;
  mirrorPercentage?: VirtualServicePercent;
  mirrors?: VirtualServiceHttpMirror[];
  name?: string;
  redirect?: VirtualServiceHttpRedirect;
  retries?: VirtualServiceHttpRetries;
  rewrite?: VirtualServiceHttpRewrite;
  route?: VirtualServiceHttpRoute[];
  timeout?: string;
}

export interface VirtualServiceTcp {
  match?: VirtualServiceTcpMatch[];
  route?: VirtualServiceTcpRoute[];
}

export interface VirtualServiceTls {
  match: VirtualServiceTlsMatch[];
  route?: VirtualServiceTcpRoute[];
}

export interface VirtualServiceHttpCorsPolicy {
  allowCredentials?: boolean;
  allowHeaders?: string[];
  allowMethods?: string[];
  allowOrigin?: string[];
  allowOrigins?: VirtualServiceStringMatch[];
  exposeHeaders?: string[];
  maxAge?: string;
  unmatchedPreflights?: "UNSPECIFIED" | "FORWARD" | "IGNORE";
}

export interface VirtualServiceHttpDelegate {
  name?: string;
  namespace?: string;
}

export interface VirtualServiceHttpDirectResponse {
  body?: VirtualServiceHttpDirectResponseBody;
  status: number;
}

export interface VirtualServiceHttpFault {
  abort?: VirtualServiceHttpFaultAbort;
  delay?: VirtualServiceHttpFaultDelay;
}

export interface VirtualServiceHeaders {
  request?: VirtualServiceHeaderOperations;
  response?: VirtualServiceHeaderOperations;
}

export interface VirtualServiceHttpMatch {
  authority?: VirtualServiceStringMatch;
  gateways?: string[];
  headers?: { [key: string]: VirtualServiceStringMatch };
  ignoreUriCase?: boolean;
  method?: VirtualServiceStringMatch;
  name?: string;
  port?: number;
  queryParams?: { [key: string]: VirtualServiceStringMatch };
  scheme?: VirtualServiceStringMatch;
  sourceLabels?: { [key: string]: string };
  sourceNamespace?: string;
  statPrefix?: string;
  uri?: VirtualServiceStringMatch;
  withoutHeaders?: { [key: string]: VirtualServiceStringMatch };
}

export interface VirtualServiceDestination {
  host: string;
  port?: VirtualServiceHttpMirrorPort;
  subset?: string;
}

export interface VirtualServicePercent {
  value?: number;
}

export interface VirtualServiceHttpMirror {
  destination: VirtualServiceDestination;
  percentage?: VirtualServicePercent;
}

export interface VirtualServiceHttpRedirect {
  authority?: string;
  derivePort?: "FROM_PROTOCOL_DEFAULT" | "FROM_REQUEST_PORT";
  port?: number;
  prefixRewrite?: string;
  redirectCode?: number;
  scheme?: string;
  uri?: string;
}

export interface VirtualServiceHttpRetries {
  attempts?: number;
  backoff?: string;
  perTryTimeout?: string;
  retryIgnorePreviousHosts?: boolean;
  retryOn?: string;
  retryRemoteLocalities?: boolean;
}

export interface VirtualServiceHttpRewrite {
  authority?: string;
  uri?: string;
  uriRegexRewrite?: VirtualServiceHttpRewriteUriRegexRewrite;
}

export interface VirtualServiceHttpRoute {
  destination: VirtualServiceDestination;
  headers?: VirtualServiceHeaders;
  weight?: number;
}

export interface VirtualServiceTcpMatch {
  destinationSubnets?: string[];
  gateways?: string[];
  port?: number;
  sourceLabels?: { [key: string]: string };
  sourceNamespace?: string;
  sourceSubnet?: string;
}

export interface VirtualServiceTcpRoute {
  destination: VirtualServiceDestination;
  weight?: number;
}

export interface VirtualServiceTlsMatch {
  destinationSubnets?: string[];
  gateways?: string[];
  port?: number;
  sniHosts: string[];
  sourceLabels?: { [key: string]: string };
  sourceNamespace?: string;
}

export interface VirtualServiceStringMatch {
  exact?: string;
  prefix?: string;
  regex?: string;
}

export interface VirtualServiceHttpDirectResponseBody {
  bytes?: string;
  string?: string;
}

export interface VirtualServiceHttpFaultAbort {
  grpcStatus?: string;
  http2Error?: string;
  httpStatus?: number;
  percentage?: VirtualServicePercent;
}

export interface VirtualServiceHttpFaultDelay {
  exponentialDelay?: string;
  fixedDelay?: string;
  percent?: number;
  percentage?: VirtualServicePercent;
}

export interface VirtualServiceHeaderOperations {
  add?: { [key: string]: string };
  remove?: string[];
  set?: { [key: string]: string };
}

export interface VirtualServiceHttpMirrorPort {
  number?: number;
}

export interface VirtualServiceHttpRewriteUriRegexRewrite {
  match?: string;
  rewrite?: string;
}
