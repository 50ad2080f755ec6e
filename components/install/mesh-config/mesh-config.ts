import type * as pulumi from "@pulumi/pulumi";
import type { ExtensionProvider } from "./extension-provider";
import type {
  MeshClientTls,
  MeshConnectionPool,
  MeshLocality,
  MeshOutlierDetection,
  MeshRetries,
  MeshTcpKeepalive,
  ZoneAwareSetting,
} from "./networking-settings";
import type { ProxyConfig } from "./proxy-config";

/**
 * Settings of the whole mesh. A field of Istio that is not here, because it is deprecated or newer,
 * can be written under `values.istiod.meshConfig`.
 */
export interface MeshConfig {
  /** Where istiod reads its configuration from, beside or in place of Kubernetes. @default - Kubernetes */
  configSources?: MeshConfigSource[];
  /** Who sees a ServiceEntry, by the namespace that it is in. @default - all, or as its `exportTo` says */
  serviceEntryVisibility?: ServiceEntryVisibility;
  /**
   * Prefer endpoints in the client's own zone; takes the place of `localityLbSetting`.
   * @default - off
   */
  zoneAwareLbSetting?: ZoneAwareSetting;
  /** File for Envoy's access logs, e.g. `"/dev/stdout"`; empty for none. @default - none */
  accessLogFile?: pulumi.Input<string>;
  /** `"TEXT"` or `"JSON"`. @default "TEXT" */
  accessLogEncoding?: pulumi.Input<string>;
  /** Format of a line, with Envoy's `%COMMANDS%`. @default - Istio's own format */
  accessLogFormat?: pulumi.Input<string>;
  /** CA certificates that proxies trust beside the mesh's own. @default - none */
  caCertificates?: MeshCaCertificates[];
  /** How long a proxy tries to connect to an upstream, e.g. `"10s"`. @default "10s" */
  connectTimeout?: pulumi.Input<string>;
  /** Defaults for every proxy; a Pod's annotation `proxy.istio.io/config` wins. @default - Istio's own */
  defaultConfig?: ProxyConfig;
  /**
   * Namespaces that see a DestinationRule which does not say so.
   * @default - all, `["*"]`
   * @narrows
   */
  defaultDestinationRuleExportTo?: pulumi.Input<string>[];
  /** Retries of HTTP routes that set none. @default - 2 attempts */
  defaultHttpRetryPolicy?: MeshRetries;
  /**
   * Extension providers that telemetry uses where nothing names one.
   * @default - Prometheus for metrics; writing anything here replaces that too
   */
  defaultProviders?: DefaultProviders;
  /** Namespaces that see a Service which does not say so. @default - all, `["*"]` @narrows */
  defaultServiceExportTo?: pulumi.Input<string>[];
  /** Connection pool and outlier detection where no DestinationRule says so. @default - Envoy's own */
  defaultTrafficPolicy?: DefaultTrafficPolicy;
  /**
   * Namespaces that see a VirtualService which does not say so.
   * @default - all, `["*"]`
   * @narrows
   */
  defaultVirtualServiceExportTo?: pulumi.Input<string>[];
  /** Do without log lines for traffic that no filter chain matched. @default false */
  disableEnvoyListenerLog?: pulumi.Input<boolean>;
  /**
   * Labels of the namespaces that istiod looks at; a namespace that matches one entry is in.
   * @default - all namespaces
   * @narrows
   */
  discoverySelectors?: LabelSelector[];
  /** How often Envoy resolves hosts again, e.g. `"60s"`. @default "60s" */
  dnsRefreshRate?: pulumi.Input<string>;
  /** Mutual TLS between proxies without a DestinationRule for it. @default true */
  enableAutoMtls?: pulumi.Input<boolean>;
  /** Send access logs to the service of `defaultConfig.envoyAccessLogService`. @default false */
  enableEnvoyAccessLogService?: pulumi.Input<boolean>;
  /** Merge an application's Prometheus metrics with the proxy's. @default true */
  enablePrometheusMerge?: pulumi.Input<boolean>;
  /** Report spans to the default tracing provider. @default true */
  enableTracing?: pulumi.Input<boolean>;
  /**
   * Services that proxies use: tracing, logs, authorization. A list here replaces that of the preset
   * `demo`.
   * @default - Istio's built-in `prometheus` and `envoy`
   */
  extensionProviders?: ExtensionProvider[];
  /** `"UPGRADE"` turns HTTP/1.1 to other proxies into HTTP/2. @default "DO_NOT_UPGRADE" */
  h2UpgradePolicy?: pulumi.Input<string>;
  /** How long an idle HBONE connection is kept, e.g. `"1h"`. @default - as Envoy */
  hboneIdleTimeout?: pulumi.Input<string>;
  /** Pattern of statistics' names for inbound clusters. @default - Envoy's names */
  inboundClusterStatName?: pulumi.Input<string>;
  /** How inbound traffic reaches an application. @default - its Pod's address */
  inboundTrafficPolicy?: InboundTrafficPolicy;
  /** Class of the Ingress objects that Istio serves. @default "istio" */
  ingressClass?: pulumi.Input<string>;
  /** Which Ingress objects Istio serves: `"OFF"`, `"DEFAULT"` or `"STRICT"`. @default "STRICT" */
  ingressControllerMode?: pulumi.Input<string>;
  /** Value of the label `istio` on the gateway that serves Ingress objects. @default "ingressgateway" */
  ingressSelector?: pulumi.Input<string>;
  /** Service whose address is written into Ingress objects. @default "istio-ingressgateway" */
  ingressService?: pulumi.Input<string>;
  /**
   * Preference for endpoints that are near. It takes effect for hosts whose DestinationRule (for example
   * by a `TrafficPolicy`) has outlier detection; that of `defaultTrafficPolicy` does not count.
   * @default - on for those hosts
   */
  localityLbSetting?: MeshLocality;
  /** TLS between proxies; its curves are fixed. @default - TLS 1.2 or newer */
  meshMTLS?: MeshTls;
  /** Pattern of statistics' names for outbound clusters. @default - Envoy's names */
  outboundClusterStatName?: pulumi.Input<string>;
  /**
   * What happens to requests for hosts that the mesh does not know.
   * @default - they pass
   * @narrows
   */
  outboundTrafficPolicy?: OutboundTrafficPolicy;
  /** How paths are rewritten before rules look at them. @default - RFC 3986 without `..` */
  pathNormalization?: PathNormalization;
  /** How long a proxy looks for a protocol in the first bytes; `"0s"` waits for ever. @default "0s" */
  protocolDetectionTimeout?: pulumi.Input<string>;
  /** Port of an HTTP proxy that sidecars offer; 0 for none. @default 0 */
  proxyHttpPort?: pulumi.Input<number>;
  /** Port to which inbound traffic is redirected. @default 15006 */
  proxyInboundListenPort?: pulumi.Input<number>;
  /** Port to which outbound traffic is redirected. @default 15001 */
  proxyListenPort?: pulumi.Input<number>;
  /** Namespace whose policies hold for the whole mesh. @default - the control plane's */
  rootNamespace?: pulumi.Input<string>;
  /** Ambient, several clusters: which Services the others see. @default - those with `istio.io/global` */
  serviceScopeConfigs?: ServiceScope[];
  /** Settings of Services by host, such as staying within their cluster. @default - none */
  serviceSettings?: ServiceSettings[];
  /** Keep-alive probes of TCP connections to upstreams. @default - none */
  tcpKeepalive?: MeshTcpKeepalive;
  /** TLS to and from outside the mesh, where no rule says so. @default - Envoy's own */
  tlsDefaults?: TlsDefaults;
  /** Domain of the identities in the mesh. @default "cluster.local" */
  trustDomain?: pulumi.Input<string>;
  /** Other domains whose identities count as the mesh's own. @default - none */
  trustDomainAliases?: pulumi.Input<string>[];
}

/** CA certificates, as text or from an address. Set one of `pem` and `spiffeBundleUrl`. */
export interface MeshCaCertificates {
  /** Certificates in PEM. @default - not used */
  pem?: pulumi.Input<string>;
  /** Address of a SPIFFE bundle. @default - not used */
  spiffeBundleUrl?: pulumi.Input<string>;
  /** Signers of Kubernetes' certificate API that use it. @default - any @narrows */
  certSigners?: pulumi.Input<string>[];
  /** Trust domains that it is for. @default - the mesh's @narrows */
  trustDomains?: pulumi.Input<string>[];
}

/** Names of extension providers by what they are used for. */
export interface DefaultProviders {
  /** Where access logs go. @default - nowhere, unless `accessLogFile` is set */
  accessLogging?: pulumi.Input<string>[];
  /** Where metrics go. @default - nowhere */
  metrics?: pulumi.Input<string>[];
  /** Where spans go. @default - nowhere */
  tracing?: pulumi.Input<string>[];
}

/** What clients do where no DestinationRule says so. */
export interface DefaultTrafficPolicy {
  /** Limits of connections and requests. @default - Envoy's own */
  connectionPool?: MeshConnectionPool;
  /** When an endpoint is left out. @default - never */
  outlierDetection?: MeshOutlierDetection;
}

/** Objects by label, as in Kubernetes. */
export interface LabelSelector {
  /** Labels that an object must have. @default - any @narrows */
  matchLabels?: { [key: string]: pulumi.Input<string> };
  /** Conditions on labels. @default - none @narrows */
  matchExpressions?: LabelExpression[];
}

/** One condition on a label. */
export interface LabelExpression {
  /** Key of the label. */
  key: pulumi.Input<string>;
  /** `"In"`, `"NotIn"`, `"Exists"` or `"DoesNotExist"`. */
  operator: pulumi.Input<string>;
  /** Values for the first two operators. @default - none @narrows */
  values?: pulumi.Input<string>[];
}

/** Where a sidecar sends inbound traffic. */
export interface InboundTrafficPolicy {
  /** `"PASSTHROUGH"`, the Pod's address, or `"LOCALHOST"`. @default "PASSTHROUGH" */
  mode?: pulumi.Input<string>;
}

/** Requests for hosts that the mesh does not know. */
export interface OutboundTrafficPolicy {
  /**
   * `"ALLOW_ANY"`, `"ALLOW_ANY_DYNAMIC_DNS"` or `"REGISTRY_ONLY"`.
   * @default "ALLOW_ANY"
   * @narrows
   */
  mode?: pulumi.Input<string>;
  /** TLS for `"ALLOW_ANY_DYNAMIC_DNS"`. @default - as the client sends it */
  tls?: MeshClientTls;
}

/** How paths are rewritten. */
export interface PathNormalization {
  /**
   * `"DEFAULT"`, `"NONE"`, `"BASE"`, `"MERGE_SLASHES"` or `"DECODE_AND_MERGE_SLASHES"`.
   * @default "DEFAULT"
   */
  normalization?: pulumi.Input<string>;
}

/** Versions and ciphers of TLS. */
export interface MeshTls {
  /** `"TLS_AUTO"`, `"TLSV1_2"` or `"TLSV1_3"`. @default "TLS_AUTO" @narrows */
  minProtocolVersion?: pulumi.Input<string>;
  /** Ciphers of TLS 1.2. @default - Envoy's own @narrows */
  cipherSuites?: pulumi.Input<string>[];
}

/** Versions, ciphers and curves of TLS. */
export interface TlsDefaults extends MeshTls {
  /** Curves, e.g. `"P-256"`. @default - Envoy's own */
  ecdhCurves?: pulumi.Input<string>[];
}

/** Which Services of which namespaces other clusters see. */
export interface ServiceScope {
  /** Namespaces, by their labels. @default - all @narrows */
  namespaceSelector?: LabelSelector;
  /** Services, by their labels. @default - all @narrows */
  servicesSelector?: LabelSelector;
  /** `"LOCAL"` or `"GLOBAL"`. @default "LOCAL" */
  scope?: pulumi.Input<string>;
}

/** Settings of the Services of some hosts. */
export interface ServiceSettings {
  /** Hosts, with `*.` for all below a domain. */
  hosts: pulumi.Input<string>[];
  /** What holds for them. */
  settings: ServiceLocality;
}

/** How far the requests for a Service go. */
export interface ServiceLocality {
  /** Only to endpoints of the client's own cluster. @default false */
  clusterLocal?: pulumi.Input<boolean>;
}

/** A store that istiod reads its configuration from. */
export interface MeshConfigSource {
  /** `k8s://`, `fs:///path` or `xds://host:port`. */
  address: pulumi.Input<string>;
  /** TLS towards it. @default - none */
  tlsSettings?: MeshClientTls;
  /** What is read from it: `"SERVICE_REGISTRY"`. @default - configuration alone */
  subscribedResources?: pulumi.Input<string>[];
}

/** Who sees ServiceEntries. Ambient mode goes by it, sidecars only when they are told to. */
export interface ServiceEntryVisibility {
  /** `"NONE"`, `"NAMESPACE"` or `"PUBLIC"`, where no policy says so. @default "PUBLIC" */
  defaultVisibility?: pulumi.Input<string>;
  /** Let sidecars go by it as well, in place of `exportTo`. @default false */
  applyToSidecars?: pulumi.Input<boolean>;
  /** The first one whose rules all match holds. @default - none */
  policies?: ServiceEntryPolicy[];
}

/** Visibility of some ServiceEntries. */
export interface ServiceEntryPolicy {
  /** `"NONE"`, `"NAMESPACE"` or `"PUBLIC"`. */
  visibility: pulumi.Input<string>;
  /** All have to match. */
  matchingRules: ServiceEntryRule[];
}

/** ServiceEntries, by the namespace that they are in. */
export interface ServiceEntryRule {
  /** Labels of the namespace. */
  namespaceSelector: LabelSelector;
}
