import type * as pulumi from "@pulumi/pulumi";

/** TLS of a proxy as a client. */
export interface MeshClientTls {
  /** `"DISABLE"`, `"SIMPLE"`, `"MUTUAL"` or `"ISTIO_MUTUAL"`. @default "DISABLE" */
  mode?: pulumi.Input<string>;
  /** Server name to ask for. @default - the host */
  sni?: pulumi.Input<string>;
  /**
   * File with the CA certificates that the server's is checked by.
   * @default - none: not checked
   * @narrows
   */
  caCertificates?: pulumi.Input<string>;
  /** File with the client's certificate, for `"MUTUAL"`. @default - none */
  clientCertificate?: pulumi.Input<string>;
  /** File with the client's key, for `"MUTUAL"`. @default - none */
  privateKey?: pulumi.Input<string>;
  /** Names that the server's certificate may have. @default - any @narrows */
  subjectAltNames?: pulumi.Input<string>[];
  /** Do not check the server's certificate. @default false */
  insecureSkipVerify?: pulumi.Input<boolean>;
}

/** Keep-alive probes of TCP connections. */
export interface MeshTcpKeepalive {
  /** Probes without an answer before the connection counts as dead. @default - the system's, often 9 */
  probes?: pulumi.Input<number>;
  /** Idle time before the first probe, e.g. `"7200s"`. @default - the system's, often two hours */
  time?: pulumi.Input<string>;
  /** Time between probes, e.g. `"75s"`. @default - the system's, often 75 seconds */
  interval?: pulumi.Input<string>;
}

/** Retries of HTTP requests. */
export interface MeshRetries {
  /** Retries after the first try; 0 for none. */
  attempts: pulumi.Input<number>;
  /** How long one try may take, e.g. `"2s"`. @default - as long as the request */
  perTryTimeout?: pulumi.Input<string>;
  /** Failures to retry after, joined by commas. @default - those where the server saw no request */
  retryOn?: pulumi.Input<string>;
  /** Whether retries may go to other localities. @default - as Envoy */
  retryRemoteLocalities?: pulumi.Input<boolean>;
}

/** Preference for endpoints that are near. Set one of `distribute` and `failover`. */
export interface MeshLocality {
  /** Whether it holds. @default true */
  enabled?: pulumi.Input<boolean>;
  /** Shares of requests by where they come from. @default - none */
  distribute?: MeshLocalityShares[];
  /** Where requests go when a region fails. @default - anywhere */
  failover?: MeshLocalityFailover[];
  /** Labels in the order in which they make an endpoint near. @default - none */
  failoverPriority?: pulumi.Input<string>[];
}

/** Shares of the requests from one place. */
export interface MeshLocalityShares {
  /** Where they come from: `region/zone/*`. */
  from: pulumi.Input<string>;
  /** Percentage by where they go to; the sum is 100. */
  to: { [place: string]: pulumi.Input<number> };
}

/** The region that stands in for another. */
export interface MeshLocalityFailover {
  /** Region that fails. */
  from: pulumi.Input<string>;
  /** Region that stands in. */
  to: pulumi.Input<string>;
}

/** Preference for the client's own zone. */
export interface ZoneAwareSetting {
  /** Whether it is on. @default - on, when it is set */
  enabled?: pulumi.Input<boolean>;
  /** Regions that stand in for each other. @default - any other region */
  failover?: MeshLocalityFailover[];
  /** Labels by which endpoints are preferred, the first first. @default - region, zone and subzone alone */
  failoverPriority?: pulumi.Input<string>[];
}

/** Limits of connections and requests to one host. */
export interface MeshConnectionPool {
  /** Limits of TCP. @default - Envoy's own */
  tcp?: MeshTcpLimits;
  /** Limits of HTTP. @default - Envoy's own */
  http?: MeshHttpLimits;
}

/** Limits of TCP connections. */
export interface MeshTcpLimits {
  /** Connections at a time. @default - no limit */
  maxConnections?: pulumi.Input<number>;
  /** How long a proxy tries to connect, e.g. `"10s"`. @default "10s" */
  connectTimeout?: pulumi.Input<string>;
  /** How long a connection lasts at most, e.g. `"1h"`. @default - for ever */
  maxConnectionDuration?: pulumi.Input<string>;
  /** Idle time after which it is closed, e.g. `"1h"`. @default "1h" */
  idleTimeout?: pulumi.Input<string>;
  /** Keep-alive probes. @default - none */
  tcpKeepalive?: MeshTcpKeepalive;
}

/** Limits of HTTP requests. */
export interface MeshHttpLimits {
  /** Requests that wait for a connection. @default - no limit */
  http1MaxPendingRequests?: pulumi.Input<number>;
  /** Requests at a time. @default - no limit */
  http2MaxRequests?: pulumi.Input<number>;
  /** Requests of one connection. @default - no limit */
  maxRequestsPerConnection?: pulumi.Input<number>;
  /** Retries at a time. @default - no limit */
  maxRetries?: pulumi.Input<number>;
  /** Idle time after which a connection is closed, e.g. `"1h"`. @default "1h" */
  idleTimeout?: pulumi.Input<string>;
  /** Streams of one connection. @default - no limit */
  maxConcurrentStreams?: pulumi.Input<number>;
}

/** When an endpoint is left out for a while. */
export interface MeshOutlierDetection {
  /** Errors of the 5xx kind in a row; 0 for never. @default 5 */
  consecutive5xxErrors?: pulumi.Input<number>;
  /** Gateway errors (502, 503, 504) in a row; 0 for never. @default 0 */
  consecutiveGatewayErrors?: pulumi.Input<number>;
  /** Time between two looks at it, e.g. `"10s"`. @default "10s" */
  interval?: pulumi.Input<string>;
  /** Shortest time that it is left out, e.g. `"30s"`. @default "30s" */
  baseEjectionTime?: pulumi.Input<string>;
  /** Percentage of the endpoints that may be left out. @default 10 */
  maxEjectionPercent?: pulumi.Input<number>;
  /** Percentage that must be left for anything to be left out. @default 0 */
  minHealthPercent?: pulumi.Input<number>;
}
