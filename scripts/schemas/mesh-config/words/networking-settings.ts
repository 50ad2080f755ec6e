import type { TypeWords } from "../type-words";

export const networkingSettingsWords: Readonly<Record<string, TypeWords>> = {
  MeshClientTls: {
    text: "TLS of a proxy as a client.",
    fields: {
      mode: '`"DISABLE"`, `"SIMPLE"`, `"MUTUAL"` or `"ISTIO_MUTUAL"`. @default "DISABLE"',
      sni: "Server name to ask for. @default - the host",
      caCertificates:
        "File with the CA certificates that the server's is checked by. @default - none: not checked @narrows",
      clientCertificate: 'File with the client\'s certificate, for `"MUTUAL"`. @default - none',
      privateKey: 'File with the client\'s key, for `"MUTUAL"`. @default - none',
      subjectAltNames: "Names that the server's certificate may have. @default - any @narrows",
      insecureSkipVerify: "Do not check the server's certificate. @default false",
    },
  },
  MeshTcpKeepalive: {
    text: "Keep-alive probes of TCP connections.",
    fields: {
      probes:
        "Probes without an answer before the connection counts as dead. @default - the system's, often 9",
      time: 'Idle time before the first probe, e.g. `"7200s"`. @default - the system\'s, often two hours',
      interval: 'Time between probes, e.g. `"75s"`. @default - the system\'s, often 75 seconds',
    },
  },
  MeshRetries: {
    text: "Retries of HTTP requests.",
    fields: {
      attempts: "Retries after the first try; 0 for none.",
      perTryTimeout: 'How long one try may take, e.g. `"2s"`. @default - as long as the request',
      retryOn:
        "Failures to retry after, joined by commas. @default - those where the server saw no request",
      retryRemoteLocalities: "Whether retries may go to other localities. @default - as Envoy",
    },
  },
  MeshLocality: {
    text: "Preference for endpoints that are near. Set one of `distribute` and `failover`.",
    fields: {
      enabled: "Whether it holds. @default true",
      distribute: "Shares of requests by where they come from. @default - none",
      failover: "Where requests go when a region fails. @default - anywhere",
      failoverPriority: "Labels in the order in which they make an endpoint near. @default - none",
    },
  },
  MeshLocalityShares: {
    text: "Shares of the requests from one place.",
    fields: {
      from: "Where they come from: `region/zone/*`.",
      to: "Percentage by where they go to; the sum is 100.",
    },
  },
  MeshLocalityFailover: {
    text: "The region that stands in for another.",
    fields: {
      from: "Region that fails.",
      to: "Region that stands in.",
    },
  },
  ZoneAwareSetting: {
    text: "Preference for the client's own zone.",
    fields: {
      enabled: "Whether it is on. @default - on, when it is set",
      failover: "Regions that stand in for each other. @default - any other region",
      failoverPriority:
        "Labels by which endpoints are preferred, the first first. @default - region, zone and subzone alone",
    },
  },
  MeshConnectionPool: {
    text: "Limits of connections and requests to one host.",
    fields: {
      tcp: "Limits of TCP. @default - Envoy's own",
      http: "Limits of HTTP. @default - Envoy's own",
    },
  },
  MeshTcpLimits: {
    text: "Limits of TCP connections.",
    fields: {
      maxConnections: "Connections at a time. @default - no limit",
      connectTimeout: 'How long a proxy tries to connect, e.g. `"10s"`. @default "10s"',
      maxConnectionDuration:
        'How long a connection lasts at most, e.g. `"1h"`. @default - for ever',
      idleTimeout: 'Idle time after which it is closed, e.g. `"1h"`. @default "1h"',
      tcpKeepalive: "Keep-alive probes. @default - none",
    },
  },
  MeshHttpLimits: {
    text: "Limits of HTTP requests.",
    fields: {
      http1MaxPendingRequests: "Requests that wait for a connection. @default - no limit",
      http2MaxRequests: "Requests at a time. @default - no limit",
      maxRequestsPerConnection: "Requests of one connection. @default - no limit",
      maxRetries: "Retries at a time. @default - no limit",
      idleTimeout: 'Idle time after which a connection is closed, e.g. `"1h"`. @default "1h"',
      maxConcurrentStreams: "Streams of one connection. @default - no limit",
    },
  },
  MeshOutlierDetection: {
    text: "When an endpoint is left out for a while.",
    fields: {
      consecutive5xxErrors: "Errors of the 5xx kind in a row; 0 for never. @default 5",
      consecutiveGatewayErrors: "Gateway errors (502, 503, 504) in a row; 0 for never. @default 0",
      interval: 'Time between two looks at it, e.g. `"10s"`. @default "10s"',
      baseEjectionTime: 'Shortest time that it is left out, e.g. `"30s"`. @default "30s"',
      maxEjectionPercent: "Percentage of the endpoints that may be left out. @default 10",
      minHealthPercent: "Percentage that must be left for anything to be left out. @default 0",
    },
  },
};
