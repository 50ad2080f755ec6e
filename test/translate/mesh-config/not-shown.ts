const agent = "the proxy's agent reads it, when it writes Envoy's bootstrap";
const injector = "the injector reads it, when it writes a Pod";
const ingress =
  "it is for Ingress objects, which a controller of istiod's reads and a translation has none of";

/** Settings of which no proxy's configuration shows anything, by path; all below a path are meant too. */
export const notShown: Readonly<Record<string, string>> = {
  "configSources[]": "istiod reads it, when it starts",
  "caCertificates[]": "agents get it from istiod beside Envoy's configuration",
  "defaultConfig.caCertificatesPem": "the proxy's agent trusts it, when it calls istiod",
  "defaultConfig.concurrency": agent,
  "defaultConfig.discoveryAddress": agent,
  "defaultConfig.drainDuration": agent,
  "defaultConfig.envoyAccessLogService": agent,
  "defaultConfig.envoyMetricsService": agent,
  "defaultConfig.extraStatTags": agent,
  "defaultConfig.fileFlushInterval": agent,
  "defaultConfig.fileFlushMinSizeKb": agent,
  "defaultConfig.holdApplicationUntilProxyStarts": injector,
  "defaultConfig.image": injector,
  "defaultConfig.interceptionMode": injector,
  "defaultConfig.meshId": "the injector writes it into the Pod, whose proxy tells it to istiod",
  "defaultConfig.privateKeyProvider":
    "istiod says it with the certificates, which a translation has none of",
  "defaultConfig.proxyAdminPort": agent,
  "defaultConfig.readinessProbe": "the agent of a virtual machine reads it",
  "defaultConfig.proxyMetadata": injector,
  "defaultConfig.proxyStatsMatcher": agent,
  "defaultConfig.runtimeValues": agent,
  "defaultConfig.statNameLength": agent,
  "defaultConfig.statsCompression": agent,
  "defaultConfig.statsdUdpAddress": agent,
  "defaultConfig.statusPort": injector,
  "defaultConfig.terminationDrainDuration": "the proxy's agent reads it, when it ends",
  "defaultConfig.tracing.tlsSettings": agent,
  "defaultConfig.tracing.zipkin": agent,
  "defaultConfig.tracing.datadog": agent,
  "defaultConfig.tracingServiceName": agent,
  enablePrometheusMerge: injector,
  "extensionProviders[].envoyExtAuthzGrpc.clearRouteCache":
    "istiod of this version reads it nowhere",
  "extensionProviders[].envoyExtAuthzHttp.clearRouteCache":
    "istiod of this version reads it nowhere",
  "extensionProviders[].skywalking.accessToken": "istiod of this version reads it nowhere",
  "extensionProviders[].stackdriver": "it needs what only a node of Google's cloud says of itself",
  ingressClass: ingress,
  ingressControllerMode: ingress,
  ingressSelector: ingress,
  ingressService: ingress,
  "serviceSettings[]": "it matters between clusters, and a translation has one",
};
