import type * as pulumi from "@pulumi/pulumi";
import type { ConnectionSettings, PrivateKeyProvider, WorkloadProbe } from "./connection-settings";
import type { MeshClientTls, MeshTcpKeepalive } from "./networking-settings";

/**
 * Settings of every proxy.
 * @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig
 */
export interface ProxyConfig {
  /** Connections from clients to a proxy. @default - Envoy's own limits */
  connectionSettings?: ConnectionSettings;
  /** What signs for TLS in place of the proxy. @default - nothing */
  privateKeyProvider?: PrivateKeyProvider;
  /** How a virtual machine of the mesh is asked whether it is ready. @default - it is not asked */
  readinessProbe?: WorkloadProbe;
  /** More root certificates for the mesh's own TLS, each in PEM. @default - none */
  caCertificatesPem?: pulumi.Input<string>[];
  /** Worker threads; 0 for one per core. @default - the CPU limit of the container */
  concurrency?: pulumi.Input<number>;
  /** Address of istiod, with its port. @default - istiod of this revision, port 15012 */
  discoveryAddress?: pulumi.Input<string>;
  /** How long Envoy drains connections on a hot restart, e.g. `"45s"`. @default "45s" */
  drainDuration?: pulumi.Input<string>;
  /** Service that access logs are sent to over gRPC. @default - none */
  envoyAccessLogService?: RemoteService;
  /** Service that metrics are sent to over gRPC. @default - none */
  envoyMetricsService?: RemoteService;
  /** Tags to keep in statistics beside Istio's own. @default - none */
  extraStatTags?: pulumi.Input<string>[];
  /** How often log files are written, e.g. `"1s"`. @default "1s" */
  fileFlushInterval?: pulumi.Input<string>;
  /** Bytes after which a log file is written at the latest, in KB. @default 64 */
  fileFlushMinSizeKb?: pulumi.Input<number>;
  /** How many proxies in front of gateways are trusted, and how their headers count. @default - none */
  gatewayTopology?: GatewayTopology;
  /** Start an application's containers only when its proxy is ready. @default false */
  holdApplicationUntilProxyStarts?: pulumi.Input<boolean>;
  /** Which image of the proxy. @default - the charts' */
  image?: ProxyImage;
  /** How traffic reaches the proxy: `"REDIRECT"`, `"TPROXY"` or `"NONE"`. @default "REDIRECT" */
  interceptionMode?: pulumi.Input<string>;
  /** Name of the mesh, for meshes of meshes. @default - the trust domain */
  meshId?: pulumi.Input<string>;
  /** Port of Envoy's admin interface, on the loopback address. @default 15000 */
  proxyAdminPort?: pulumi.Input<number>;
  /** Headers that the proxy adds or leaves out. @default - Istio's own */
  proxyHeaders?: ProxyHeaders;
  /** Environment variables of the proxy; those with `ISTIO_META_` are its metadata. @default - none */
  proxyMetadata?: { [name: string]: pulumi.Input<string> };
  /** Statistics to record beside Istio's own. @default - none */
  proxyStatsMatcher?: ProxyStatsMatcher;
  /** Envoy's runtime flags. @default - Istio's own */
  runtimeValues?: { [flag: string]: pulumi.Input<string> };
  /** Longest name of a statistic, in characters. @default 189 */
  statNameLength?: pulumi.Input<number>;
  /** Compress the answer of the metrics port. @default true */
  statsCompression?: pulumi.Input<boolean>;
  /** UDP address of a statsd server. @default - none */
  statsdUdpAddress?: pulumi.Input<string>;
  /** Port of the proxy's status and merged metrics. @default 15020 */
  statusPort?: pulumi.Input<number>;
  /** How long a proxy finishes connections when its Pod ends, e.g. `"5s"`. @default "5s" */
  terminationDrainDuration?: pulumi.Input<string>;
  /** Tracing of requests. @default - Istio's own */
  tracing?: ProxyTracing;
  /**
   * Name of a service in traces: `"APP_LABEL_AND_NAMESPACE"`, `"CANONICAL_NAME_ONLY"` or
   * `"CANONICAL_NAME_AND_NAMESPACE"`.
   * @default "APP_LABEL_AND_NAMESPACE"
   */
  tracingServiceName?: pulumi.Input<string>;
}

/** A gRPC service that proxies talk to. */
export interface RemoteService {
  /** Host and port. */
  address: pulumi.Input<string>;
  /** TLS on the way to the service. @default - none */
  tlsSettings?: MeshClientTls;
  /** Keep-alive probes. @default - none */
  tcpKeepalive?: MeshTcpKeepalive;
}

/** What stands between clients and a gateway. */
export interface GatewayTopology {
  /** Proxies in front of the gateway whose `X-Forwarded-For` is believed. @default 0 */
  numTrustedProxies?: pulumi.Input<number>;
  /**
   * What happens to `X-Forwarded-Client-Cert`: `"SANITIZE"`, `"FORWARD_ONLY"`, `"APPEND_FORWARD"`,
   * `"SANITIZE_SET"` or `"ALWAYS_FORWARD_ONLY"`.
   * @default "SANITIZE"
   */
  forwardClientCertDetails?: pulumi.Input<string>;
  /** `{}` expects the PROXY protocol in front of every connection. @default - it is not expected */
  proxyProtocol?: ProxyProtocol;
}

/** The PROXY protocol; it has no settings. */
// biome-ignore lint/suspicious/noEmptyInterface: presence is the setting
export interface ProxyProtocol {}

/** Image of the proxy. */
export interface ProxyImage {
  /** `"default"`, `"debug"` or `"distroless"`. @default - the charts' */
  imageType?: pulumi.Input<string>;
}

/** Statistics by the beginning, the end or the whole of their name. */
export interface ProxyStatsMatcher {
  /** Beginnings of names. @default - none */
  inclusionPrefixes?: pulumi.Input<string>[];
  /** Ends of names. @default - none */
  inclusionSuffixes?: pulumi.Input<string>[];
  /** Regular expressions (RE2) over names. @default - none */
  inclusionRegexps?: pulumi.Input<string>[];
}

/** A header or kind of headers that can be left out. */
export interface ProxyHeaderSwitch {
  /** Leave it out. @default false */
  disabled?: pulumi.Input<boolean>;
}

/** The header `Server`. */
export interface ProxyServerHeader extends ProxyHeaderSwitch {
  /** Value of the header. @default "istio-envoy" */
  value?: pulumi.Input<string>;
}

/** A header that is added on request. */
export interface ProxyHeaderOption {
  /** Whether the header is added. @default false */
  enabled?: pulumi.Input<boolean>;
}

/** To whom proxies send headers about their workload. */
export interface MetadataExchangeHeaders {
  /** `"IN_MESH"` sends them to no one outside the mesh. @default - to everyone */
  mode?: pulumi.Input<string>;
}

/** Headers that the proxy adds or leaves out. */
export interface ProxyHeaders {
  /** What happens to `X-Forwarded-Client-Cert`, as in `gatewayTopology`. @default "APPEND_FORWARD" */
  forwardedClientCert?: pulumi.Input<string>;
  /** `X-Request-Id`. @default - sent */
  requestId?: ProxyHeaderSwitch;
  /** The header `Server`. @default - sent */
  server?: ProxyServerHeader;
  /** `X-Envoy-Attempt-Count`. @default - sent */
  attemptCount?: ProxyHeaderSwitch;
  /** Envoy's headers for debugging. @default - sent */
  envoyDebugHeaders?: ProxyHeaderSwitch;
  /** Headers about the workload. @default - sent to everyone */
  metadataExchangeHeaders?: MetadataExchangeHeaders;
  /** Keep upper and lower case of HTTP/1.1 headers. @default false */
  preserveHttp1HeaderCase?: pulumi.Input<boolean>;
  /** `X-Forwarded-Host`. @default - not sent */
  xForwardedHost?: ProxyHeaderOption;
  /** `X-Forwarded-Port`. @default - not sent */
  xForwardedPort?: ProxyHeaderOption;
}

/** Tracing of requests. */
export interface ProxyTracing {
  /** Percentage of requests to trace, 0 to 100. @default 1 */
  sampling?: pulumi.Input<number>;
  /** Longest path in a span, in characters. @default 256 */
  maxPathTagLength?: pulumi.Input<number>;
  /** Tags of spans by name. @default - none */
  customTags?: { [tag: string]: TracingTag };
  /** Tags that Istio adds by itself. @default true */
  enableIstioTags?: pulumi.Input<boolean>;
  /** TLS to the collector. @default - none */
  tlsSettings?: MeshClientTls;
  /** A Zipkin collector; extension providers are the newer way. @default - none */
  zipkin?: TracingCollector;
  /** A Datadog agent. @default - none */
  datadog?: TracingCollector;
}

/** Where spans go. */
export interface TracingCollector {
  /** Host and port. */
  address: pulumi.Input<string>;
}

/** Where the value of a tag comes from. Set one. */
export interface TracingTag {
  /** The same for all spans. @default - not used */
  literal?: TracingLiteral;
  /** An environment variable of the proxy. @default - not used */
  environment?: TracingSource;
  /** A header of the request. @default - not used */
  header?: TracingSource;
}

/** A fixed value. */
export interface TracingLiteral {
  /** The value itself, the same for every request. */
  value: pulumi.Input<string>;
}

/** A named value that may be missing. */
export interface TracingSource {
  /** Name of the variable or header. */
  name: pulumi.Input<string>;
  /** Value when there is none. @default - no tag */
  defaultValue?: pulumi.Input<string>;
}
