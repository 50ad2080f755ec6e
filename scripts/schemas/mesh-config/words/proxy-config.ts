import type { TypeWords } from "../type-words";

export const proxyConfigWords: Readonly<Record<string, TypeWords>> = {
  ProxyConfig: {
    text: "Settings of every proxy. @see https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig",
    fields: {
      connectionSettings: "Connections from clients to a proxy. @default - Envoy's own limits",
      privateKeyProvider: "What signs for TLS in place of the proxy. @default - nothing",
      readinessProbe:
        "How a virtual machine of the mesh is asked whether it is ready. @default - it is not asked",
      caCertificatesPem:
        "More root certificates for the mesh's own TLS, each in PEM. @default - none",
      concurrency: "Worker threads; 0 for one per core. @default - the CPU limit of the container",
      discoveryAddress:
        "Address of istiod, with its port. @default - istiod of this revision, port 15012",
      drainDuration:
        'How long Envoy drains connections on a hot restart, e.g. `"45s"`. @default "45s"',
      envoyAccessLogService: "Service that access logs are sent to over gRPC. @default - none",
      envoyMetricsService: "Service that metrics are sent to over gRPC. @default - none",
      extraStatTags: "Tags to keep in statistics beside Istio's own. @default - none",
      fileFlushInterval: 'How often log files are written, e.g. `"1s"`. @default "1s"',
      fileFlushMinSizeKb:
        "Bytes after which a log file is written at the latest, in KB. @default 64",
      gatewayTopology:
        "How many proxies in front of gateways are trusted, and how their headers count. @default - none",
      holdApplicationUntilProxyStarts:
        "Start an application's containers only when its proxy is ready. @default false",
      image: "Which image of the proxy. @default - the charts'",
      interceptionMode:
        'How traffic reaches the proxy: `"REDIRECT"`, `"TPROXY"` or `"NONE"`. @default "REDIRECT"',
      meshId: "Name of the mesh, for meshes of meshes. @default - the trust domain",
      proxyAdminPort: "Port of Envoy's admin interface, on the loopback address. @default 15000",
      proxyHeaders: "Headers that the proxy adds or leaves out. @default - Istio's own",
      proxyMetadata:
        "Environment variables of the proxy; those with `ISTIO_META_` are its metadata. @default - none",
      proxyStatsMatcher: "Statistics to record beside Istio's own. @default - none",
      runtimeValues: "Envoy's runtime flags. @default - Istio's own",
      statNameLength: "Longest name of a statistic, in characters. @default 189",
      statsCompression: "Compress the answer of the metrics port. @default true",
      statsdUdpAddress: "UDP address of a statsd server. @default - none",
      statusPort: "Port of the proxy's status and merged metrics. @default 15020",
      terminationDrainDuration:
        'How long a proxy finishes connections when its Pod ends, e.g. `"5s"`. @default "5s"',
      tracing: "Tracing of requests. @default - Istio's own",
      tracingServiceName:
        'Name of a service in traces: `"APP_LABEL_AND_NAMESPACE"`, `"CANONICAL_NAME_ONLY"` or `"CANONICAL_NAME_AND_NAMESPACE"`. @default "APP_LABEL_AND_NAMESPACE"',
    },
  },
  RemoteService: {
    text: "A gRPC service that proxies talk to.",
    fields: {
      address: "Host and port.",
      tlsSettings: "TLS on the way to the service. @default - none",
      tcpKeepalive: "Keep-alive probes. @default - none",
    },
  },
  GatewayTopology: {
    text: "What stands between clients and a gateway.",
    fields: {
      numTrustedProxies:
        "Proxies in front of the gateway whose `X-Forwarded-For` is believed. @default 0",
      forwardClientCertDetails:
        'What happens to `X-Forwarded-Client-Cert`: `"SANITIZE"`, `"FORWARD_ONLY"`, `"APPEND_FORWARD"`, `"SANITIZE_SET"` or `"ALWAYS_FORWARD_ONLY"`. @default "SANITIZE"',
      proxyProtocol:
        "`{}` expects the PROXY protocol in front of every connection. @default - it is not expected",
    },
  },
  ProxyProtocol: {
    text: "The PROXY protocol; it has no settings.",
    fields: {},
  },
  ProxyImage: {
    text: "Image of the proxy.",
    fields: {
      imageType: '`"default"`, `"debug"` or `"distroless"`. @default - the charts\'',
    },
  },
  ProxyStatsMatcher: {
    text: "Statistics by the beginning, the end or the whole of their name.",
    fields: {
      inclusionPrefixes: "Beginnings of names. @default - none",
      inclusionSuffixes: "Ends of names. @default - none",
      inclusionRegexps: "Regular expressions (RE2) over names. @default - none",
    },
  },
  ProxyHeaderSwitch: {
    text: "A header or kind of headers that can be left out.",
    fields: {
      disabled: "Leave it out. @default false",
    },
  },
  ProxyServerHeader: {
    text: "The header `Server`.",
    base: "ProxyHeaderSwitch",
    fields: {
      value: 'Value of the header. @default "istio-envoy"',
    },
  },
  ProxyHeaderOption: {
    text: "A header that is added on request.",
    fields: {
      enabled: "Whether the header is added. @default false",
    },
  },
  MetadataExchangeHeaders: {
    text: "To whom proxies send headers about their workload.",
    fields: {
      mode: '`"IN_MESH"` sends them to no one outside the mesh. @default - to everyone',
    },
  },
  ProxyHeaders: {
    text: "Headers that the proxy adds or leaves out.",
    fields: {
      forwardedClientCert:
        'What happens to `X-Forwarded-Client-Cert`, as in `gatewayTopology`. @default "APPEND_FORWARD"',
      requestId: "`X-Request-Id`. @default - sent",
      server: "The header `Server`. @default - sent",
      attemptCount: "`X-Envoy-Attempt-Count`. @default - sent",
      envoyDebugHeaders: "Envoy's headers for debugging. @default - sent",
      metadataExchangeHeaders: "Headers about the workload. @default - sent to everyone",
      preserveHttp1HeaderCase: "Keep upper and lower case of HTTP/1.1 headers. @default false",
      xForwardedHost: "`X-Forwarded-Host`. @default - not sent",
      xForwardedPort: "`X-Forwarded-Port`. @default - not sent",
    },
  },
  ProxyTracing: {
    text: "Tracing of requests.",
    fields: {
      sampling: "Percentage of requests to trace, 0 to 100. @default 1",
      maxPathTagLength: "Longest path in a span, in characters. @default 256",
      customTags: "Tags of spans by name. @default - none",
      enableIstioTags: "Tags that Istio adds by itself. @default true",
      tlsSettings: "TLS to the collector. @default - none",
      zipkin: "A Zipkin collector; extension providers are the newer way. @default - none",
      datadog: "A Datadog agent. @default - none",
    },
  },
  TracingCollector: {
    text: "Where spans go.",
    fields: {
      address: "Host and port.",
    },
  },
  TracingTag: {
    text: "Where the value of a tag comes from. Set one.",
    fields: {
      literal: "The same for all spans. @default - not used",
      environment: "An environment variable of the proxy. @default - not used",
      header: "A header of the request. @default - not used",
    },
  },
  TracingLiteral: {
    text: "A fixed value.",
    fields: {
      value: "The value itself, the same for every request.",
    },
  },
  TracingSource: {
    text: "A named value that may be missing.",
    fields: {
      name: "Name of the variable or header.",
      defaultValue: "Value when there is none. @default - no tag",
    },
  },
};
