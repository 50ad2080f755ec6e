const noEffect = "istiod knows it by name only";
const elsewhere = "a policy of the host says it; of the whole mesh nothing here shows what it does";
const untried = "nothing here shows what it does";
const vendor = "the service behind it is gone, or takes OTLP";
const installation = "the charts say it, and a proxy does not start with another value";

/**
 * Fields of Istio's API that the types do not have, with the reason; deprecated ones are left out
 * without one. All can be written under `values.istiod.meshConfig`.
 */
export const leftOut: Readonly<Record<string, string>> = {
  "ConnectionSettings.clusterPerConnectionBufferLimitBytes": noEffect,
  "ConnectionSettings.globalDownstreamConnectionLimit": noEffect,
  "ConnectionSettings.listenerConnectionLimit": noEffect,
  "MeshClientTls.caCrl": untried,
  "MeshClientTls.credentialName": "it names a Secret, and proxies of the whole mesh read files",
  "MeshConfig.ca": untried,
  "MeshHttpLimits.h2UpgradePolicy": "the mesh has a setting of this name itself",
  "MeshHttpLimits.http2KeepAlive": elsewhere,
  "MeshHttpLimits.useClientProtocol": elsewhere,
  "MeshOutlierDetection.consecutiveLocalOriginFailures": elsewhere,
  "MeshOutlierDetection.outlierDetectionHttpErrorCodes": elsewhere,
  "MeshOutlierDetection.splitExternalLocalOriginErrors": elsewhere,
  "MeshRetries.backoff": elsewhere,
  "MeshRetries.retryIgnorePreviousHosts": elsewhere,
  "MeshTls.ecdhCurves": "the curves between proxies are fixed",
  "OpenTelemetryProvider.dynatraceSampler": "it asks a service of one vendor, at its own address",
  "ProxyConfig.binaryPath": installation,
  "ProxyConfig.configPath": installation,
  "ProxyConfig.controlPlaneAuthPolicy": "proxies talk to istiod by mutual TLS alone",
  "ProxyConfig.customConfigFile": installation,
  "ProxyConfig.proxyBootstrapTemplatePath": installation,
  "ProxyConfig.serviceCluster": "`tracingServiceName` says how services are called",
  "ProxyHeaders.setCurrentClientCertDetails": untried,
  "ProxyTracing.lightstep": vendor,
  "ProxyTracing.openCensusAgent": vendor,
  "ProxyTracing.stackdriver": vendor,
  "ZoneAwareSetting.minClusterSize": untried,
};
