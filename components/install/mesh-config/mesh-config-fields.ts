import { extensionProviderFields } from "./extension-provider-fields";
import { count, flag, portNumber, text, time, words } from "./field-tests";
import type {
  DefaultProviders,
  DefaultTrafficPolicy,
  InboundTrafficPolicy,
  LabelExpression,
  LabelSelector,
  MeshCaCertificates,
  MeshConfig,
  MeshConfigSource,
  MeshTls,
  OutboundTrafficPolicy,
  PathNormalization,
  ServiceEntryPolicy,
  ServiceEntryRule,
  ServiceEntryVisibility,
  ServiceLocality,
  ServiceScope,
  ServiceSettings,
  TlsDefaults,
} from "./mesh-config";
import {
  clientTlsFields,
  connectionPoolFields,
  keepaliveFields,
  localityFields,
  outlierFields,
  retryFields,
  zoneAwareFields,
} from "./networking-settings-fields";
import { proxyConfigFields } from "./proxy-config-fields";
import type { FieldsOf } from "./shape";

const certificates: FieldsOf<MeshCaCertificates> = {
  pem: text,
  spiffeBundleUrl: text,
  certSigners: "any",
  trustDomains: "any",
};
const providers: FieldsOf<DefaultProviders> = {
  accessLogging: "any",
  metrics: "any",
  tracing: "any",
};
const trafficPolicy: FieldsOf<DefaultTrafficPolicy> = {
  connectionPool: connectionPoolFields,
  outlierDetection: outlierFields,
};
const expression: FieldsOf<LabelExpression> = {
  key: text,
  operator: words("In", "NotIn", "Exists", "DoesNotExist"),
  values: "any",
};
const selector: FieldsOf<LabelSelector> = {
  matchLabels: "any",
  matchExpressions: { each: expression },
};
const inbound: FieldsOf<InboundTrafficPolicy> = { mode: words("PASSTHROUGH", "LOCALHOST") };
const outbound: FieldsOf<OutboundTrafficPolicy> = {
  mode: words("ALLOW_ANY", "ALLOW_ANY_DYNAMIC_DNS", "REGISTRY_ONLY"),
  tls: clientTlsFields,
};
const paths: FieldsOf<PathNormalization> = {
  normalization: words("DEFAULT", "NONE", "BASE", "MERGE_SLASHES", "DECODE_AND_MERGE_SLASHES"),
};
const tls: FieldsOf<MeshTls> = {
  minProtocolVersion: words("TLS_AUTO", "TLSV1_2", "TLSV1_3"),
  cipherSuites: "any",
};
const tlsDefaults: FieldsOf<TlsDefaults> = { ...tls, ecdhCurves: "any" };
const scope: FieldsOf<ServiceScope> = {
  namespaceSelector: selector,
  servicesSelector: selector,
  scope: words("LOCAL", "GLOBAL"),
};
const locality: FieldsOf<ServiceLocality> = { clusterLocal: flag };
const serviceSettings: FieldsOf<ServiceSettings> = { hosts: "any", settings: locality };

const source: FieldsOf<MeshConfigSource> = {
  address: text,
  tlsSettings: clientTlsFields,
  subscribedResources: "any",
};
const reach = words("NONE", "NAMESPACE", "PUBLIC");
const rule: FieldsOf<ServiceEntryRule> = { namespaceSelector: selector };
const policy: FieldsOf<ServiceEntryPolicy> = { visibility: reach, matchingRules: { each: rule } };
const visibility: FieldsOf<ServiceEntryVisibility> = {
  defaultVisibility: reach,
  applyToSidecars: flag,
  policies: { each: policy },
};

export const meshConfigFields: FieldsOf<MeshConfig> = {
  accessLogFile: text,
  accessLogEncoding: words("TEXT", "JSON"),
  accessLogFormat: text,
  caCertificates: { each: certificates },
  configSources: { each: source },
  connectTimeout: time,
  defaultConfig: proxyConfigFields,
  defaultDestinationRuleExportTo: "any",
  defaultHttpRetryPolicy: retryFields,
  defaultProviders: providers,
  defaultServiceExportTo: "any",
  defaultTrafficPolicy: trafficPolicy,
  defaultVirtualServiceExportTo: "any",
  disableEnvoyListenerLog: flag,
  discoverySelectors: { each: selector },
  dnsRefreshRate: time,
  enableAutoMtls: flag,
  enableEnvoyAccessLogService: flag,
  enablePrometheusMerge: flag,
  enableTracing: flag,
  extensionProviders: { each: extensionProviderFields },
  h2UpgradePolicy: words("DO_NOT_UPGRADE", "UPGRADE"),
  hboneIdleTimeout: time,
  inboundClusterStatName: text,
  inboundTrafficPolicy: inbound,
  ingressClass: text,
  ingressControllerMode: words("OFF", "DEFAULT", "STRICT"),
  ingressSelector: text,
  ingressService: text,
  localityLbSetting: localityFields,
  meshMTLS: tls,
  outboundClusterStatName: text,
  outboundTrafficPolicy: outbound,
  pathNormalization: paths,
  protocolDetectionTimeout: time,
  proxyHttpPort: count,
  proxyInboundListenPort: portNumber,
  proxyListenPort: portNumber,
  rootNamespace: text,
  serviceEntryVisibility: visibility,
  serviceScopeConfigs: { each: scope },
  serviceSettings: { each: serviceSettings },
  tcpKeepalive: keepaliveFields,
  tlsDefaults,
  trustDomain: text,
  trustDomainAliases: "any",
  zoneAwareLbSetting: zoneAwareFields,
};
