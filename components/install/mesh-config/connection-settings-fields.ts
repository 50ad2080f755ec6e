import type {
  ConnectionSettings,
  PrivateKeyAccelerator,
  PrivateKeyProvider,
  ProbeExec,
  ProbeGrpc,
  ProbeHeader,
  ProbeHttp,
  ProbeTcp,
  WorkloadProbe,
} from "./connection-settings";
import { count, flag, portNumber, text, time, words } from "./field-tests";
import type { FieldsOf } from "./shape";

export const connectionSettingsFields: FieldsOf<ConnectionSettings> = {
  profile: words("SIDECAR", "EDGE"),
  listenerPerConnectionBufferLimitBytes: count,
  httpIdleTimeout: time,
  httpMaxConnectionDuration: time,
  httpDrainTimeout: time,
  httpRequestTimeout: time,
  httpRequestHeadersTimeout: time,
  httpStreamIdleTimeout: time,
  httpMaxStreamDuration: time,
  httpMaxConcurrentStreams: count,
  http2InitialStreamWindowSize: count,
  http2InitialConnectionWindowSize: count,
  httpHeadersWithUnderscoresAction: words(
    "HEADERS_WITH_UNDERSCORES_ALLOW",
    "HEADERS_WITH_UNDERSCORES_REJECT_REQUEST",
    "HEADERS_WITH_UNDERSCORES_DROP_HEADER",
  ),
  httpMergeSlashes: flag,
  httpPathWithEscapedSlashesAction: words(
    "KEEP_UNCHANGED",
    "REJECT_REQUEST",
    "UNESCAPE_AND_REDIRECT",
    "UNESCAPE_AND_FORWARD",
  ),
};

const accelerator: FieldsOf<PrivateKeyAccelerator> = { pollDelay: time, fallback: flag };
export const privateKeyFields: FieldsOf<PrivateKeyProvider> = {
  cryptomb: accelerator,
  qat: accelerator,
};

const header: FieldsOf<ProbeHeader> = { name: text, value: text };
const http: FieldsOf<ProbeHttp> = {
  port: portNumber,
  path: text,
  host: text,
  scheme: words("HTTP", "HTTPS"),
  httpHeaders: { each: header },
};
const tcp: FieldsOf<ProbeTcp> = { port: portNumber, host: text };
const exec: FieldsOf<ProbeExec> = { command: "any" };
const grpc: FieldsOf<ProbeGrpc> = { port: portNumber, service: text };
export const workloadProbeFields: FieldsOf<WorkloadProbe> = {
  httpGet: http,
  tcpSocket: tcp,
  exec,
  grpc,
  initialDelaySeconds: count,
  timeoutSeconds: count,
  periodSeconds: count,
  successThreshold: count,
  failureThreshold: count,
};
