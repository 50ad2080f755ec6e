import type * as pulumi from "@pulumi/pulumi";

/** Whether HTTP/1.1 becomes HTTP/2 on the way to a service. */
export const H2UpgradePolicy = {
  /** As set for the mesh. */
  Default: "DEFAULT",
  /** Never. */
  DoNotUpgrade: "DO_NOT_UPGRADE",
  /** Always. */
  Upgrade: "UPGRADE",
} as const;
export type H2UpgradePolicy = (typeof H2UpgradePolicy)[keyof typeof H2UpgradePolicy];

/** Probes of the operating system on quiet connections. */
export interface TcpKeepalive {
  /**
   * Probes without an answer until the connection is given up, at least 1.
   * @default - the system's setting, 9 on Linux
   */
  probes?: pulumi.Input<number>;
  /**
   * Quiet time before the first probe, e.g. `"2h"`.
   * @default - the system's setting, 2h on Linux
   */
  time?: pulumi.Input<string>;
  /**
   * Time between two probes, e.g. `"75s"`.
   * @default - the system's setting, 75s on Linux
   */
  interval?: pulumi.Input<string>;
}

/** Limits of connections, whatever is spoken on them. Each client's proxy counts for itself. */
export interface TcpConnectionPool {
  /**
   * Most connections at a time, at least 1.
   * @default - no limit
   */
  maxConnections?: pulumi.Input<number>;
  /**
   * Time for a connection to be made, e.g. `"3s"`.
   * @default "10s"
   */
  connectTimeout?: pulumi.Input<string>;
  /**
   * Probes on quiet connections.
   * @default - as set for the mesh
   */
  tcpKeepalive?: TcpKeepalive;
  /**
   * Age at which a connection is closed, e.g. `"30m"`.
   * @default - no limit
   */
  maxConnectionDuration?: pulumi.Input<string>;
  /**
   * Time without any byte after which a TCP connection is closed; `"0s"` means never.
   * @default "1h"
   */
  idleTimeout?: pulumi.Input<string>;
}

/** Pings on HTTP/2 connections. */
export interface Http2KeepAlive {
  /** Time between two pings, e.g. `"30s"`. */
  interval: pulumi.Input<string>;
  /** How long the answer may take before the connection is closed, e.g. `"5s"`. */
  timeout: pulumi.Input<string>;
}

/** Limits of HTTP requests. Each client's proxy counts for itself; what is over answers 503. */
export interface HttpConnectionPool {
  /**
   * Most requests that wait for a connection, at least 1.
   * @default - no limit
   */
  http1MaxPendingRequests?: pulumi.Input<number>;
  /**
   * Most requests under way at a time, of any version of HTTP, at least 1.
   * @default - no limit
   */
  http2MaxRequests?: pulumi.Input<number>;
  /**
   * Requests before a connection is closed; 1 switches keep-alive off, 0 means no limit.
   * @default 0
   */
  maxRequestsPerConnection?: pulumi.Input<number>;
  /**
   * Most retries under way at a time, at least 1.
   * @default - no limit
   */
  maxRetries?: pulumi.Input<number>;
  /**
   * Time without any request after which a connection is closed, e.g. `"5m"`.
   * @default "1h"
   */
  idleTimeout?: pulumi.Input<string>;
  /**
   * Whether HTTP/1.1 becomes HTTP/2 on the way: `"DEFAULT"`, `"DO_NOT_UPGRADE"` or `"UPGRADE"`, for
   * which the service has to speak it.
   * @default "DEFAULT"
   */
  h2UpgradePolicy?: pulumi.Input<H2UpgradePolicy>;
  /**
   * Whether the client's version of HTTP is kept; excludes `h2UpgradePolicy` `"UPGRADE"`.
   * @default false
   */
  useClientProtocol?: pulumi.Input<boolean>;
  /**
   * Most requests at a time on one HTTP/2 connection, at least 1.
   * @default - no limit
   */
  maxConcurrentStreams?: pulumi.Input<number>;
  /**
   * Pings on HTTP/2 connections.
   * @default - no pings
   */
  http2KeepAlive?: Http2KeepAlive;
}

/** Limits of connections and requests. At least one of `tcp` and `http`. */
export interface ConnectionPool {
  /**
   * Limits of all connections.
   * @default - no limits
   */
  tcp?: TcpConnectionPool;
  /**
   * Limits of HTTP requests.
   * @default - no limits
   */
  http?: HttpConnectionPool;
}
