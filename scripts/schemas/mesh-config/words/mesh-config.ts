import type { TypeWords } from "../type-words";

export const meshConfigWords: Readonly<Record<string, TypeWords>> = {
  MeshConfig: {
    text: "Settings of the whole mesh. A field of Istio that is not here, because it is deprecated or newer, can be written under `values.istiod.meshConfig`.",
    fields: {
      configSources:
        "Where istiod reads its configuration from, beside or in place of Kubernetes. @default - Kubernetes",
      serviceEntryVisibility:
        "Who sees a ServiceEntry, by the namespace that it is in. @default - all, or as its `exportTo` says",
      zoneAwareLbSetting:
        "Prefer endpoints in the client's own zone; takes the place of `localityLbSetting`. @default - off",
      accessLogFile:
        'File for Envoy\'s access logs, e.g. `"/dev/stdout"`; empty for none. @default - none',
      accessLogEncoding: '`"TEXT"` or `"JSON"`. @default "TEXT"',
      accessLogFormat: "Format of a line, with Envoy's `%COMMANDS%`. @default - Istio's own format",
      caCertificates: "CA certificates that proxies trust beside the mesh's own. @default - none",
      connectTimeout:
        'How long a proxy tries to connect to an upstream, e.g. `"10s"`. @default "10s"',
      defaultConfig:
        "Defaults for every proxy; a Pod's annotation `proxy.istio.io/config` wins. @default - Istio's own",
      defaultDestinationRuleExportTo:
        'Namespaces that see a DestinationRule which does not say so. @default - all, `["*"]` @narrows',
      defaultHttpRetryPolicy: "Retries of HTTP routes that set none. @default - 2 attempts",
      defaultProviders:
        "Extension providers that telemetry uses where nothing names one. @default - Prometheus for metrics; writing anything here replaces that too",
      defaultServiceExportTo:
        'Namespaces that see a Service which does not say so. @default - all, `["*"]` @narrows',
      defaultTrafficPolicy:
        "Connection pool and outlier detection where no DestinationRule says so. @default - Envoy's own",
      defaultVirtualServiceExportTo:
        'Namespaces that see a VirtualService which does not say so. @default - all, `["*"]` @narrows',
      disableEnvoyListenerLog:
        "Do without log lines for traffic that no filter chain matched. @default false",
      discoverySelectors:
        "Labels of the namespaces that istiod looks at; a namespace that matches one entry is in. @default - all namespaces @narrows",
      dnsRefreshRate: 'How often Envoy resolves hosts again, e.g. `"60s"`. @default "60s"',
      enableAutoMtls: "Mutual TLS between proxies without a DestinationRule for it. @default true",
      enableEnvoyAccessLogService:
        "Send access logs to the service of `defaultConfig.envoyAccessLogService`. @default false",
      enablePrometheusMerge:
        "Merge an application's Prometheus metrics with the proxy's. @default true",
      enableTracing: "Report spans to the default tracing provider. @default true",
      extensionProviders:
        "Services that proxies use: tracing, logs, authorization. A list here replaces that of the preset `demo`. @default - Istio's built-in `prometheus` and `envoy`",
      h2UpgradePolicy:
        '`"UPGRADE"` turns HTTP/1.1 to other proxies into HTTP/2. @default "DO_NOT_UPGRADE"',
      hboneIdleTimeout:
        'How long an idle HBONE connection is kept, e.g. `"1h"`. @default - as Envoy',
      inboundClusterStatName:
        "Pattern of statistics' names for inbound clusters. @default - Envoy's names",
      inboundTrafficPolicy:
        "How inbound traffic reaches an application. @default - its Pod's address",
      ingressClass: 'Class of the Ingress objects that Istio serves. @default "istio"',
      ingressControllerMode:
        'Which Ingress objects Istio serves: `"OFF"`, `"DEFAULT"` or `"STRICT"`. @default "STRICT"',
      ingressSelector:
        'Value of the label `istio` on the gateway that serves Ingress objects. @default "ingressgateway"',
      ingressService:
        'Service whose address is written into Ingress objects. @default "istio-ingressgateway"',
      localityLbSetting:
        "Preference for endpoints that are near. It takes effect for hosts whose DestinationRule (for example by a `TrafficPolicy`) has outlier detection; that of `defaultTrafficPolicy` does not count. @default - on for those hosts",
      meshMTLS: "TLS between proxies; its curves are fixed. @default - TLS 1.2 or newer",
      outboundClusterStatName:
        "Pattern of statistics' names for outbound clusters. @default - Envoy's names",
      outboundTrafficPolicy:
        "What happens to requests for hosts that the mesh does not know. @default - they pass @narrows",
      pathNormalization:
        "How paths are rewritten before rules look at them. @default - RFC 3986 without `..`",
      protocolDetectionTimeout:
        'How long a proxy looks for a protocol in the first bytes; `"0s"` waits for ever. @default "0s"',
      proxyHttpPort: "Port of an HTTP proxy that sidecars offer; 0 for none. @default 0",
      proxyInboundListenPort: "Port to which inbound traffic is redirected. @default 15006",
      proxyListenPort: "Port to which outbound traffic is redirected. @default 15001",
      rootNamespace:
        "Namespace whose policies hold for the whole mesh. @default - the control plane's",
      serviceScopeConfigs:
        "Ambient, several clusters: which Services the others see. @default - those with `istio.io/global`",
      serviceSettings:
        "Settings of Services by host, such as staying within their cluster. @default - none",
      tcpKeepalive: "Keep-alive probes of TCP connections to upstreams. @default - none",
      tlsDefaults:
        "TLS to and from outside the mesh, where no rule says so. @default - Envoy's own",
      trustDomain: 'Domain of the identities in the mesh. @default "cluster.local"',
      trustDomainAliases: "Other domains whose identities count as the mesh's own. @default - none",
    },
  },
  MeshCaCertificates: {
    text: "CA certificates, as text or from an address. Set one of `pem` and `spiffeBundleUrl`.",
    fields: {
      pem: "Certificates in PEM. @default - not used @secret",
      spiffeBundleUrl: "Address of a SPIFFE bundle. @default - not used",
      certSigners: "Signers of Kubernetes' certificate API that use it. @default - any @narrows",
      trustDomains: "Trust domains that it is for. @default - the mesh's @narrows",
    },
  },
  DefaultProviders: {
    text: "Names of extension providers by what they are used for.",
    fields: {
      accessLogging: "Where access logs go. @default - nowhere, unless `accessLogFile` is set",
      metrics: "Where metrics go. @default - nowhere",
      tracing: "Where spans go. @default - nowhere",
    },
  },
  DefaultTrafficPolicy: {
    text: "What clients do where no DestinationRule says so.",
    fields: {
      connectionPool: "Limits of connections and requests. @default - Envoy's own",
      outlierDetection: "When an endpoint is left out. @default - never",
    },
  },
  LabelSelector: {
    text: "Objects by label, as in Kubernetes.",
    fields: {
      matchLabels: "Labels that an object must have. @default - any @narrows",
      matchExpressions: "Conditions on labels. @default - none @narrows",
    },
  },
  LabelExpression: {
    text: "One condition on a label.",
    fields: {
      key: "Key of the label.",
      operator: '`"In"`, `"NotIn"`, `"Exists"` or `"DoesNotExist"`.',
      values: "Values for the first two operators. @default - none @narrows",
    },
  },
  InboundTrafficPolicy: {
    text: "Where a sidecar sends inbound traffic.",
    fields: {
      mode: '`"PASSTHROUGH"`, the Pod\'s address, or `"LOCALHOST"`. @default "PASSTHROUGH"',
    },
  },
  OutboundTrafficPolicy: {
    text: "Requests for hosts that the mesh does not know.",
    fields: {
      mode: '`"ALLOW_ANY"`, `"ALLOW_ANY_DYNAMIC_DNS"` or `"REGISTRY_ONLY"`. @default "ALLOW_ANY" @narrows',
      tls: 'TLS for `"ALLOW_ANY_DYNAMIC_DNS"`. @default - as the client sends it',
    },
  },
  PathNormalization: {
    text: "How paths are rewritten.",
    fields: {
      normalization:
        '`"DEFAULT"`, `"NONE"`, `"BASE"`, `"MERGE_SLASHES"` or `"DECODE_AND_MERGE_SLASHES"`. @default "DEFAULT"',
    },
  },
  MeshTls: {
    text: "Versions and ciphers of TLS.",
    fields: {
      minProtocolVersion: '`"TLS_AUTO"`, `"TLSV1_2"` or `"TLSV1_3"`. @default "TLS_AUTO" @narrows',
      cipherSuites: "Ciphers of TLS 1.2. @default - Envoy's own @narrows",
    },
  },
  TlsDefaults: {
    text: "Versions, ciphers and curves of TLS.",
    base: "MeshTls",
    fields: {
      ecdhCurves: 'Curves, e.g. `"P-256"`. @default - Envoy\'s own',
    },
  },
  ServiceScope: {
    text: "Which Services of which namespaces other clusters see.",
    fields: {
      namespaceSelector: "Namespaces, by their labels. @default - all @narrows",
      servicesSelector: "Services, by their labels. @default - all @narrows",
      scope: '`"LOCAL"` or `"GLOBAL"`. @default "LOCAL"',
    },
  },
  ServiceSettings: {
    text: "Settings of the Services of some hosts.",
    fields: {
      hosts: "Hosts, with `*.` for all below a domain.",
      settings: "What holds for them.",
    },
  },
  ServiceLocality: {
    text: "How far the requests for a Service go.",
    fields: {
      clusterLocal: "Only to endpoints of the client's own cluster. @default false",
    },
  },
  MeshConfigSource: {
    text: "A store that istiod reads its configuration from.",
    fields: {
      address: "`k8s://`, `fs:///path` or `xds://host:port`.",
      tlsSettings: "TLS towards it. @default - none",
      subscribedResources:
        'What is read from it: `"SERVICE_REGISTRY"`. @default - configuration alone',
    },
  },
  ServiceEntryVisibility: {
    text: "Who sees ServiceEntries. Ambient mode goes by it, sidecars only when they are told to.",
    fields: {
      defaultVisibility:
        '`"NONE"`, `"NAMESPACE"` or `"PUBLIC"`, where no policy says so. @default "PUBLIC"',
      applyToSidecars: "Let sidecars go by it as well, in place of `exportTo`. @default false",
      policies: "The first one whose rules all match holds. @default - none",
    },
  },
  ServiceEntryPolicy: {
    text: "Visibility of some ServiceEntries.",
    fields: {
      visibility: '`"NONE"`, `"NAMESPACE"` or `"PUBLIC"`.',
      matchingRules: "All have to match.",
    },
  },
  ServiceEntryRule: {
    text: "ServiceEntries, by the namespace that they are in.",
    fields: {
      namespaceSelector: "Labels of the namespace.",
    },
  },
};
