import type { TypeWords } from "../type-words";

export const connectionSettingsWords: Readonly<Record<string, TypeWords>> = {
  ConnectionSettings: {
    text: "Connections from clients to a proxy; those to a service are in `connectionPool` of its rules. Limits that istiod 1.31 knows by name only are left out: they have no effect.",
    fields: {
      profile:
        '`"SIDECAR"`, or `"EDGE"` for Envoy\'s advice for gateways at the edge. @default "SIDECAR"',
      listenerPerConnectionBufferLimitBytes:
        'Bytes that a listener holds of one connection. @default - 1 MiB, or 32 KiB for `"EDGE"`',
      httpIdleTimeout: 'Idle time after which a connection is closed, e.g. `"1h"`. @default "1h"',
      httpMaxConnectionDuration: "How long a connection lasts at most. @default - for ever",
      httpDrainTimeout: 'How long it goes on after clients are told to leave. @default "5s"',
      httpRequestTimeout:
        'How long a client may take for a request. @default - for ever, or 5m for `"EDGE"`',
      httpRequestHeadersTimeout: "How long it may take for the headers of one. @default - for ever",
      httpStreamIdleTimeout:
        'Idle time after which a stream is closed. @default - for ever, or 5m for `"EDGE"`',
      httpMaxStreamDuration: "How long a stream lasts at most. @default - for ever",
      httpMaxConcurrentStreams:
        'Streams of one connection at a time. @default - no limit, or 100 for `"EDGE"`',
      http2InitialStreamWindowSize:
        'Bytes of one stream under way. @default - 256 MiB, or 64 KiB for `"EDGE"`',
      http2InitialConnectionWindowSize:
        'Bytes of one connection under way. @default - 256 MiB, or 1 MiB for `"EDGE"`',
      httpHeadersWithUnderscoresAction:
        'Headers with `_` in their names: `"HEADERS_WITH_UNDERSCORES_ALLOW"`, `"HEADERS_WITH_UNDERSCORES_REJECT_REQUEST"` or `"HEADERS_WITH_UNDERSCORES_DROP_HEADER"`. @default - they pass, or are refused for `"EDGE"`',
      httpMergeSlashes:
        "Join slashes of a path that follow each other. @default - as the mesh normalizes paths",
      httpPathWithEscapedSlashesAction:
        'Paths with `%2F`: `"KEEP_UNCHANGED"`, `"REJECT_REQUEST"`, `"UNESCAPE_AND_REDIRECT"` or `"UNESCAPE_AND_FORWARD"`. @default - as the mesh normalizes paths',
    },
  },
  PrivateKeyAccelerator: {
    text: "Hardware that signs for TLS.",
    fields: {
      pollDelay: 'How long it collects requests, e.g. `"10ms"`.',
      fallback: "Do without where there is none. @default false",
    },
  },
  PrivateKeyProvider: {
    text: "What signs for TLS in place of the proxy. Set one.",
    fields: {
      cryptomb: "Vector instructions of the CPU. @default - not used",
      qat: "Intel's QuickAssist. @default - not used",
    },
  },
  ProbeHttp: {
    text: "Asks over HTTP.",
    fields: {
      port: "Port of the application.",
      path: 'Path of the request. @default "/"',
      host: "Host to ask. @default - the workload itself",
      scheme: '`"HTTP"` or `"HTTPS"`. @default "HTTP"',
      httpHeaders: "Headers of the request. @default - none",
    },
  },
  ProbeHeader: {
    text: "Header of a probe.",
    fields: {
      name: "Name of the header.",
      value: "Value of the header.",
    },
  },
  ProbeTcp: {
    text: "Asks by a connection.",
    fields: {
      port: "Port of the application.",
      host: "Host to ask. @default - the workload itself",
    },
  },
  ProbeExec: {
    text: "Asks by a command.",
    fields: {
      command: "The command and its arguments.",
    },
  },
  ProbeGrpc: {
    text: "Asks over gRPC.",
    fields: {
      port: "Port of the application.",
      service: "Name of the service that is asked for. @default - the server as a whole",
    },
  },
  WorkloadProbe: {
    text: "How a virtual machine of the mesh is asked whether it is ready. Set one way of asking.",
    fields: {
      httpGet: "By a request over HTTP. @default - not used",
      tcpSocket: "By a connection. @default - not used",
      exec: "By a command. @default - not used",
      grpc: "By a request over gRPC. @default - not used",
      initialDelaySeconds: "Seconds before the first time. @default 0",
      timeoutSeconds: "Seconds that an answer may take. @default 1",
      periodSeconds: "Seconds from one time to the next. @default 10",
      successThreshold: "Good answers in a row until it is ready. @default 1",
      failureThreshold: "Bad answers in a row until it is not. @default 3",
    },
  },
};
