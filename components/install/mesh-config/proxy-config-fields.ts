import {
  connectionSettingsFields,
  privateKeyFields,
  workloadProbeFields,
} from "./connection-settings-fields";
import { count, flag, percentage, portNumber, text, time, words } from "./field-tests";
import { clientTlsFields, keepaliveFields } from "./networking-settings-fields";
import type {
  GatewayTopology,
  MetadataExchangeHeaders,
  ProxyConfig,
  ProxyHeaderOption,
  ProxyHeaderSwitch,
  ProxyHeaders,
  ProxyImage,
  ProxyServerHeader,
  ProxyStatsMatcher,
  ProxyTracing,
  RemoteService,
  TracingCollector,
} from "./proxy-config";
import type { FieldsOf } from "./shape";

const remoteService: FieldsOf<RemoteService> = {
  address: text,
  tlsSettings: clientTlsFields,
  tcpKeepalive: keepaliveFields,
};

const clientCertificates = words(
  "SANITIZE",
  "FORWARD_ONLY",
  "APPEND_FORWARD",
  "SANITIZE_SET",
  "ALWAYS_FORWARD_ONLY",
);

const gatewayTopology: FieldsOf<GatewayTopology> = {
  numTrustedProxies: count,
  forwardClientCertDetails: clientCertificates,
  proxyProtocol: {},
};

const headerSwitch: FieldsOf<ProxyHeaderSwitch> = { disabled: flag };
const headerOption: FieldsOf<ProxyHeaderOption> = { enabled: flag };
const server: FieldsOf<ProxyServerHeader> = { disabled: flag, value: text };
const exchange: FieldsOf<MetadataExchangeHeaders> = { mode: words("IN_MESH") };

const proxyHeaders: FieldsOf<ProxyHeaders> = {
  forwardedClientCert: clientCertificates,
  requestId: headerSwitch,
  server,
  attemptCount: headerSwitch,
  envoyDebugHeaders: headerSwitch,
  metadataExchangeHeaders: exchange,
  preserveHttp1HeaderCase: flag,
  xForwardedHost: headerOption,
  xForwardedPort: headerOption,
};

const collector: FieldsOf<TracingCollector> = { address: text };

const tracing: FieldsOf<ProxyTracing> = {
  sampling: percentage,
  maxPathTagLength: count,
  customTags: "any",
  enableIstioTags: flag,
  tlsSettings: clientTlsFields,
  zipkin: collector,
  datadog: collector,
};

const image: FieldsOf<ProxyImage> = { imageType: words("default", "debug", "distroless") };
const statistics: FieldsOf<ProxyStatsMatcher> = {
  inclusionPrefixes: "any",
  inclusionSuffixes: "any",
  inclusionRegexps: "any",
};

export const proxyConfigFields: FieldsOf<ProxyConfig> = {
  caCertificatesPem: "any",
  concurrency: count,
  connectionSettings: connectionSettingsFields,
  discoveryAddress: text,
  drainDuration: time,
  envoyAccessLogService: remoteService,
  envoyMetricsService: remoteService,
  extraStatTags: "any",
  fileFlushInterval: time,
  fileFlushMinSizeKb: count,
  gatewayTopology,
  holdApplicationUntilProxyStarts: flag,
  image,
  interceptionMode: words("REDIRECT", "TPROXY", "NONE"),
  meshId: text,
  privateKeyProvider: privateKeyFields,
  proxyAdminPort: portNumber,
  proxyHeaders,
  proxyMetadata: "any",
  proxyStatsMatcher: statistics,
  readinessProbe: workloadProbeFields,
  runtimeValues: "any",
  statNameLength: count,
  statsCompression: flag,
  statsdUdpAddress: text,
  statusPort: portNumber,
  terminationDrainDuration: time,
  tracing,
  tracingServiceName: words(
    "APP_LABEL_AND_NAMESPACE",
    "CANONICAL_NAME_ONLY",
    "CANONICAL_NAME_AND_NAMESPACE",
  ),
};
