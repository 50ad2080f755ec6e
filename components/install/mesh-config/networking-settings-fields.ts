import { count, flag, percentage, text, time, words } from "./field-tests";
import type {
  MeshClientTls,
  MeshConnectionPool,
  MeshHttpLimits,
  MeshLocality,
  MeshLocalityFailover,
  MeshLocalityShares,
  MeshOutlierDetection,
  MeshRetries,
  MeshTcpKeepalive,
  MeshTcpLimits,
  ZoneAwareSetting,
} from "./networking-settings";
import type { FieldsOf } from "./shape";

export const clientTlsFields: FieldsOf<MeshClientTls> = {
  mode: words("DISABLE", "SIMPLE", "MUTUAL", "ISTIO_MUTUAL"),
  sni: text,
  caCertificates: text,
  clientCertificate: text,
  privateKey: text,
  subjectAltNames: "any",
  insecureSkipVerify: flag,
};

export const keepaliveFields: FieldsOf<MeshTcpKeepalive> = {
  probes: count,
  time,
  interval: time,
};

export const retryFields: FieldsOf<MeshRetries> = {
  attempts: count,
  perTryTimeout: time,
  retryOn: text,
  retryRemoteLocalities: flag,
};

const shares: FieldsOf<MeshLocalityShares> = { from: text, to: "any" };
const failover: FieldsOf<MeshLocalityFailover> = { from: text, to: text };

export const localityFields: FieldsOf<MeshLocality> = {
  enabled: flag,
  distribute: { each: shares },
  failover: { each: failover },
  failoverPriority: "any",
};

export const zoneAwareFields: FieldsOf<ZoneAwareSetting> = {
  enabled: flag,
  failover: { each: failover },
  failoverPriority: "any",
};

const tcp: FieldsOf<MeshTcpLimits> = {
  maxConnections: count,
  connectTimeout: time,
  maxConnectionDuration: time,
  idleTimeout: time,
  tcpKeepalive: keepaliveFields,
};

const http: FieldsOf<MeshHttpLimits> = {
  http1MaxPendingRequests: count,
  http2MaxRequests: count,
  maxRequestsPerConnection: count,
  maxRetries: count,
  idleTimeout: time,
  maxConcurrentStreams: count,
};

export const connectionPoolFields: FieldsOf<MeshConnectionPool> = { tcp, http };

export const outlierFields: FieldsOf<MeshOutlierDetection> = {
  consecutive5xxErrors: count,
  consecutiveGatewayErrors: count,
  interval: time,
  baseEjectionTime: time,
  maxEjectionPercent: percentage,
  minHealthPercent: percentage,
};
