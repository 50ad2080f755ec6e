import type * as pulumi from "@pulumi/pulumi";

/**
 * Connections from clients to a proxy; those to a service are in `connectionPool` of its rules. Limits
 * that istiod 1.31 knows by name only are left out: they have no effect.
 */
export interface ConnectionSettings {
  /** `"SIDECAR"`, or `"EDGE"` for Envoy's advice for gateways at the edge. @default "SIDECAR" */
  profile?: pulumi.Input<string>;
  /** Bytes that a listener holds of one connection. @default - 1 MiB, or 32 KiB for `"EDGE"` */
  listenerPerConnectionBufferLimitBytes?: pulumi.Input<number>;
  /** Idle time after which a connection is closed, e.g. `"1h"`. @default "1h" */
  httpIdleTimeout?: pulumi.Input<string>;
  /** How long a connection lasts at most. @default - for ever */
  httpMaxConnectionDuration?: pulumi.Input<string>;
  /** How long it goes on after clients are told to leave. @default "5s" */
  httpDrainTimeout?: pulumi.Input<string>;
  /** How long a client may take for a request. @default - for ever, or 5m for `"EDGE"` */
  httpRequestTimeout?: pulumi.Input<string>;
  /** How long it may take for the headers of one. @default - for ever */
  httpRequestHeadersTimeout?: pulumi.Input<string>;
  /** Idle time after which a stream is closed. @default - for ever, or 5m for `"EDGE"` */
  httpStreamIdleTimeout?: pulumi.Input<string>;
  /** How long a stream lasts at most. @default - for ever */
  httpMaxStreamDuration?: pulumi.Input<string>;
  /** Streams of one connection at a time. @default - no limit, or 100 for `"EDGE"` */
  httpMaxConcurrentStreams?: pulumi.Input<number>;
  /** Bytes of one stream under way. @default - 256 MiB, or 64 KiB for `"EDGE"` */
  http2InitialStreamWindowSize?: pulumi.Input<number>;
  /** Bytes of one connection under way. @default - 256 MiB, or 1 MiB for `"EDGE"` */
  http2InitialConnectionWindowSize?: pulumi.Input<number>;
  /**
   * Headers with `_` in their names: `"HEADERS_WITH_UNDERSCORES_ALLOW"`,
   * `"HEADERS_WITH_UNDERSCORES_REJECT_REQUEST"` or `"HEADERS_WITH_UNDERSCORES_DROP_HEADER"`.
   * @default - they pass, or are refused for `"EDGE"`
   */
  httpHeadersWithUnderscoresAction?: pulumi.Input<string>;
  /** Join slashes of a path that follow each other. @default - as the mesh normalizes paths */
  httpMergeSlashes?: pulumi.Input<boolean>;
  /**
   * Paths with `%2F`: `"KEEP_UNCHANGED"`, `"REJECT_REQUEST"`, `"UNESCAPE_AND_REDIRECT"` or
   * `"UNESCAPE_AND_FORWARD"`.
   * @default - as the mesh normalizes paths
   */
  httpPathWithEscapedSlashesAction?: pulumi.Input<string>;
}

/** Hardware that signs for TLS. */
export interface PrivateKeyAccelerator {
  /** How long it collects requests, e.g. `"10ms"`. */
  pollDelay: pulumi.Input<string>;
  /** Do without where there is none. @default false */
  fallback?: pulumi.Input<boolean>;
}

/** What signs for TLS in place of the proxy. Set one. */
export interface PrivateKeyProvider {
  /** Vector instructions of the CPU. @default - not used */
  cryptomb?: PrivateKeyAccelerator;
  /** Intel's QuickAssist. @default - not used */
  qat?: PrivateKeyAccelerator;
}

/** Asks over HTTP. */
export interface ProbeHttp {
  /** Port of the application. */
  port: pulumi.Input<number>;
  /** Path of the request. @default "/" */
  path?: pulumi.Input<string>;
  /** Host to ask. @default - the workload itself */
  host?: pulumi.Input<string>;
  /** `"HTTP"` or `"HTTPS"`. @default "HTTP" */
  scheme?: pulumi.Input<string>;
  /** Headers of the request. @default - none */
  httpHeaders?: ProbeHeader[];
}

/** Header of a probe. */
export interface ProbeHeader {
  /** Name of the header. */
  name: pulumi.Input<string>;
  /** Value of the header. */
  value: pulumi.Input<string>;
}

/** Asks by a connection. */
export interface ProbeTcp {
  /** Port of the application. */
  port: pulumi.Input<number>;
  /** Host to ask. @default - the workload itself */
  host?: pulumi.Input<string>;
}

/** Asks by a command. */
export interface ProbeExec {
  /** The command and its arguments. */
  command: pulumi.Input<string>[];
}

/** Asks over gRPC. */
export interface ProbeGrpc {
  /** Port of the application. */
  port: pulumi.Input<number>;
  /** Name of the service that is asked for. @default - the server as a whole */
  service?: pulumi.Input<string>;
}

/** How a virtual machine of the mesh is asked whether it is ready. Set one way of asking. */
export interface WorkloadProbe {
  /** By a request over HTTP. @default - not used */
  httpGet?: ProbeHttp;
  /** By a connection. @default - not used */
  tcpSocket?: ProbeTcp;
  /** By a command. @default - not used */
  exec?: ProbeExec;
  /** By a request over gRPC. @default - not used */
  grpc?: ProbeGrpc;
  /** Seconds before the first time. @default 0 */
  initialDelaySeconds?: pulumi.Input<number>;
  /** Seconds that an answer may take. @default 1 */
  timeoutSeconds?: pulumi.Input<number>;
  /** Seconds from one time to the next. @default 10 */
  periodSeconds?: pulumi.Input<number>;
  /** Good answers in a row until it is ready. @default 1 */
  successThreshold?: pulumi.Input<number>;
  /** Bad answers in a row until it is not. @default 3 */
  failureThreshold?: pulumi.Input<number>;
}
