import type { MeshConfig } from "../../../components";
import { cluster, hasCluster, request } from "../../support/envoy";
import type { Envoy, ProxyConfig } from "../../support/translate";
import type { Row } from "./row";
import { collector, far, host, inbound, istio, outbound, outside, type Proxies } from "./world";

const web = ({ sidecar }: Proxies): Envoy => cluster(sidecar, host, 80);
const named = ({ clusters }: ProxyConfig, name: string): Envoy =>
  clusters.find((one) => one.name === name);
const http2 = "envoy.extensions.upstreams.http.v3.HttpProtocolOptions";
const protocol = (one: Envoy): Envoy => one.typedExtensionProtocolOptions?.[http2];

/** Regions of the endpoints, nearest first, each with its share where shares are given. */
const places = ({ sidecar }: Proxies): string[] =>
  sidecar.endpoints
    .find(({ clusterName }) => clusterName === `outbound|80||${host}`)
    .endpoints.filter(({ lbEndpoints = [] }: Envoy) => lbEndpoints.length > 0)
    .map(
      ({ locality, priority = 0, loadBalancingWeight }: Envoy) =>
        `${priority} ${locality.region} ${loadBalancingWeight}`,
    )
    .sort();
/** Locality is looked at where a DestinationRule says which endpoints fail; the mesh's own does not count. */
const outlier = {
  more: [
    istio("networking", "DestinationRule", "web", "shop", {
      host,
      trafficPolicy: { outlierDetection: { consecutive5xxErrors: 3 } },
    }),
  ],
};
const unlimited = 4294967295;
const near = ["0 eu 1", "1 asia 1", "1 us 1"];

const dynamic: MeshConfig = { outboundTrafficPolicy: { mode: "ALLOW_ANY_DYNAMIC_DNS" } };
const unknownHost = ({ sidecar }: Proxies) =>
  request(sidecar, { host: "unknown.example.com" })?.destinations.map((one) => one.host);
const toUnknown = ({ sidecar }: Proxies): Envoy => {
  const context = named(sidecar, "AllowAnyDynamicDNSCluster").transportSocket?.typedConfig;
  if (context === undefined) {
    return undefined;
  }
  const { tlsCertificateSdsSecretConfigs: own, combinedValidationContext: theirs } =
    context.commonTlsContext;
  return {
    sni: context.sni,
    certificate: own?.[0].name,
    authorities: theirs?.validationContextSdsSecretConfig.name,
    names: theirs?.defaultValidationContext.matchSubjectAltNames,
  };
};
const seen = ({ sidecar }: Proxies): string[] =>
  [host, far].filter((one) => hasCluster(sidecar, one, 80));
type Scope = NonNullable<MeshConfig["serviceScopeConfigs"]>[number];
const reached = (config: Scope, which: string) => ({
  given: { serviceScopeConfigs: [config] },
  around: { multiNetwork: true },
  see: ({ eastWest }: Proxies) =>
    [host, far].filter((one) =>
      eastWest.clusters.some(({ name }) => name === `inbound-vip|80|tcp|${one}`),
    ),
  with: [which],
  without: [],
});
const discovered = (selector: NonNullable<MeshConfig["discoverySelectors"]>[number]) => ({
  given: { discoverySelectors: [selector] },
  see: seen,
  with: [far],
  without: [host, far],
});

/** Where traffic goes, and within which bounds. */
export const trafficRows: readonly Row[] = [
  {
    what: "zoneAwareLbSetting prefers the region that stands in for the own",
    given: {
      zoneAwareLbSetting: {
        enabled: true,
        failover: [{ from: "eu", to: "us" }],
        failoverPriority: ["tier"],
      },
    },
    around: outlier,
    see: places,
    with: ["0 eu 1", "1 asia 1", "2 us 1"],
    without: near,
  },
  {
    what: "serviceEntryVisibility hides ServiceEntries from sidecars that go by it",
    given: {
      serviceEntryVisibility: {
        defaultVisibility: "NONE",
        applyToSidecars: true,
        policies: [
          {
            visibility: "PUBLIC",
            matchingRules: [
              {
                namespaceSelector: {
                  matchLabels: { team: "x" },
                  matchExpressions: [{ key: "team", operator: "In", values: ["x"] }],
                },
              },
            ],
          },
        ],
      },
    },
    see: ({ sidecar }) => hasCluster(sidecar, outside, 443) || hasCluster(sidecar, outside, 80),
    with: false,
    without: true,
  },
  {
    what: "connectTimeout is that of every cluster",
    given: { connectTimeout: "3s" },
    see: (proxies) => web(proxies).connectTimeout,
    with: "3s",
    without: "10s",
  },
  {
    what: "tcpKeepalive is that of every cluster",
    given: { tcpKeepalive: { probes: 3, time: "60s", interval: "5s" } },
    see: (proxies) => web(proxies).upstreamConnectionOptions?.tcpKeepalive,
    with: { keepaliveProbes: 3, keepaliveTime: 60, keepaliveInterval: 5 },
    without: undefined,
  },
  {
    what: "defaultHttpRetryPolicy is that of every route",
    given: {
      defaultHttpRetryPolicy: {
        attempts: 5,
        perTryTimeout: "2s",
        retryOn: "5xx",
        retryRemoteLocalities: true,
      },
    },
    see: ({ sidecar }) => {
      const { numRetries, perTryTimeout, retryOn, retryPriority } =
        request(sidecar, { host })?.retries ?? {};
      return [numRetries, perTryTimeout, retryOn, retryPriority?.name];
    },
    with: [5, "2s", "5xx", "envoy.retry_priorities.previous_priorities"],
    without: [
      2,
      undefined,
      "connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes",
      undefined,
    ],
  },
  {
    what: "defaultTrafficPolicy bounds TCP where no DestinationRule says so",
    given: {
      defaultTrafficPolicy: {
        connectionPool: {
          tcp: {
            maxConnections: 7,
            connectTimeout: "4s",
            maxConnectionDuration: "2h",
            idleTimeout: "3h",
            tcpKeepalive: { probes: 3, time: "60s", interval: "5s" },
          },
        },
      },
    },
    see: (proxies) => {
      const one = web(proxies);
      return {
        connections: one.circuitBreakers.thresholds[0].maxConnections,
        connect: one.connectTimeout,
        options: protocol(one)?.commonHttpProtocolOptions,
        keepalive: one.upstreamConnectionOptions?.tcpKeepalive,
      };
    },
    with: {
      connections: 7,
      connect: "4s",
      options: { idleTimeout: "10800s", maxConnectionDuration: "7200s" },
      keepalive: { keepaliveProbes: 3, keepaliveTime: 60, keepaliveInterval: 5 },
    },
    without: {
      connections: unlimited,
      connect: "10s",
      options: undefined,
      keepalive: undefined,
    },
  },
  {
    what: "defaultTrafficPolicy bounds HTTP where no DestinationRule says so",
    given: {
      defaultTrafficPolicy: {
        connectionPool: {
          http: {
            http1MaxPendingRequests: 11,
            http2MaxRequests: 12,
            maxRequestsPerConnection: 13,
            maxRetries: 14,
            idleTimeout: "15s",
            maxConcurrentStreams: 16,
          },
        },
      },
    },
    see: ({ sidecar }) => {
      const one = cluster(sidecar, collector, 4317);
      const { maxPendingRequests, maxRequests, maxRetries } = one.circuitBreakers.thresholds[0];
      const { commonHttpProtocolOptions, explicitHttpConfig } = protocol(one);
      return [
        maxPendingRequests,
        maxRequests,
        maxRetries,
        commonHttpProtocolOptions,
        explicitHttpConfig.http2ProtocolOptions,
      ];
    },
    with: [
      11,
      12,
      14,
      { idleTimeout: "15s", maxRequestsPerConnection: 13 },
      { maxConcurrentStreams: 16 },
    ],
    without: [unlimited, unlimited, unlimited, undefined, {}],
  },
  {
    what: "defaultTrafficPolicy leaves out endpoints that fail",
    given: {
      defaultTrafficPolicy: {
        outlierDetection: {
          consecutive5xxErrors: 6,
          consecutiveGatewayErrors: 2,
          interval: "11s",
          baseEjectionTime: "12s",
          maxEjectionPercent: 13,
          minHealthPercent: 14,
        },
      },
    },
    see: (proxies) => {
      const { outlierDetection, commonLbConfig } = web(proxies);
      return [outlierDetection, commonLbConfig.healthyPanicThreshold];
    },
    with: [
      {
        consecutive5xx: 6,
        enforcingConsecutive5xx: 100,
        consecutiveGatewayFailure: 2,
        enforcingConsecutiveGatewayFailure: 100,
        enforcingSuccessRate: 0,
        interval: "11s",
        baseEjectionTime: "12s",
        maxEjectionPercent: 13,
      },
      { value: 14 },
    ],
    without: [undefined, {}],
  },
  {
    what: "localityLbSetting.enabled switches the preference for near endpoints off",
    given: { localityLbSetting: { enabled: false } },
    around: outlier,
    see: places,
    with: ["0 asia 1", "0 eu 1", "0 us 1"],
    without: near,
  },
  {
    what: "localityLbSetting.distribute gives each place its share",
    given: {
      localityLbSetting: { distribute: [{ from: "eu/*", to: { "eu/*": 20, "us/*": 80 } }] },
    },
    around: outlier,
    see: places,
    with: ["0 eu 20", "0 us 80"],
    without: near,
  },
  {
    what: "localityLbSetting.failover sends to another region first",
    given: { localityLbSetting: { failover: [{ from: "eu", to: "us" }] } },
    around: outlier,
    see: places,
    with: ["0 eu 1", "1 us 1", "2 asia 1"],
    without: near,
  },
  {
    what: "localityLbSetting.failoverPriority goes by labels",
    given: { localityLbSetting: { failoverPriority: ["tier"] } },
    around: outlier,
    see: places,
    with: ["0 asia 1", "0 eu 1", "1 us 1"],
    without: near,
  },
  {
    what: "outboundTrafficPolicy.mode refuses hosts that the mesh does not know",
    given: { outboundTrafficPolicy: { mode: "REGISTRY_ONLY" } },
    see: ({ sidecar }) => request(sidecar, { host: "unknown.example.com" })?.status,
    with: 502,
    without: undefined,
  },
  {
    what: "outboundTrafficPolicy.mode looks them up",
    given: dynamic,
    see: unknownHost,
    with: ["AllowAnyDynamicDNSCluster"],
    without: ["PassthroughCluster"],
  },
  {
    what: "outboundTrafficPolicy.tls is spoken to those that are looked up",
    given: {
      outboundTrafficPolicy: {
        tls: {
          mode: "MUTUAL",
          sni: "a.example.com",
          caCertificates: "/ca.pem",
          clientCertificate: "/cert.pem",
          privateKey: "/key.pem",
          subjectAltNames: ["b.example.com"],
        },
      },
    },
    beside: dynamic,
    see: toUnknown,
    with: {
      sni: "a.example.com",
      certificate: "file-cert:/cert.pem~/key.pem",
      authorities: "file-root:/ca.pem",
      names: [{ exact: "b.example.com" }],
    },
    without: undefined,
  },
  {
    what: "outboundTrafficPolicy.tls.insecureSkipVerify checks no certificate",
    given: { outboundTrafficPolicy: { tls: { insecureSkipVerify: true } } },
    beside: {
      outboundTrafficPolicy: { mode: "ALLOW_ANY_DYNAMIC_DNS", tls: { mode: "SIMPLE" } },
    },
    see: (proxies) => toUnknown(proxies)?.authorities,
    with: undefined,
    without: "file-root:system",
  },
  {
    what: "inboundTrafficPolicy.mode sends to the loopback address",
    given: { inboundTrafficPolicy: { mode: "LOCALHOST" } },
    see: ({ sidecar }) => {
      const { type, loadAssignment } = named(sidecar, "inbound|80||");
      return [type, loadAssignment?.endpoints[0].lbEndpoints[0].endpoint.address.socketAddress];
    },
    with: ["STATIC", { address: "127.0.0.1", portValue: 80 }],
    without: ["ORIGINAL_DST", undefined],
  },
  {
    what: "dnsRefreshRate is how often hosts are looked up",
    given: { dnsRefreshRate: "7s" },
    see: ({ sidecar }) => cluster(sidecar, outside, 443).dnsRefreshRate,
    with: "7s",
    without: "60s",
  },
  {
    what: "h2UpgradePolicy turns HTTP/1.1 between proxies into HTTP/2",
    given: { h2UpgradePolicy: "UPGRADE" },
    see: (proxies) => protocol(web(proxies))?.explicitHttpConfig,
    with: { http2ProtocolOptions: {} },
    without: undefined,
  },
  {
    what: "hboneIdleTimeout is that of the tunnels of ambient mode",
    given: { hboneIdleTimeout: "2h" },
    around: { ambient: true },
    see: ({ waypoint }) =>
      protocol(named(waypoint, "connect_originate")).commonHttpProtocolOptions.idleTimeout,
    with: "7200s",
    without: "3600s",
  },
  {
    what: "inboundClusterStatName names statistics",
    given: { inboundClusterStatName: "in.%SERVICE%" },
    see: ({ sidecar }) => named(sidecar, "inbound|80||").altStatName,
    with: "in.web.shop;",
    without: "inbound|80||;",
  },
  {
    what: "outboundClusterStatName names statistics",
    given: { outboundClusterStatName: "out.%SERVICE%" },
    see: (proxies) => web(proxies).altStatName,
    with: "out.web.shop;",
    without: `outbound|80||${host};`,
  },
  {
    what: "defaultServiceExportTo hides Services",
    given: { defaultServiceExportTo: ["."] },
    see: seen,
    with: [host],
    without: [host, far],
  },
  {
    what: "defaultDestinationRuleExportTo hides DestinationRules",
    given: { defaultDestinationRuleExportTo: ["."] },
    see: ({ sidecar }) => cluster(sidecar, far, 80).circuitBreakers.thresholds[0].maxConnections,
    with: unlimited,
    without: 5,
  },
  {
    what: "defaultVirtualServiceExportTo hides VirtualServices",
    given: { defaultVirtualServiceExportTo: ["."] },
    see: ({ sidecar }) => request(sidecar, { host: far })?.timeout,
    with: "0s",
    without: "5s",
  },
  {
    what: "discoverySelectors.matchLabels leaves namespaces out",
    ...discovered({ matchLabels: { team: "b" } }),
  },
  {
    what: "discoverySelectors.matchExpressions leaves namespaces out",
    ...discovered({ matchExpressions: [{ key: "team", operator: "In", values: ["b", "c"] }] }),
  },
  {
    what: "pathNormalization is done before routes look at a path",
    given: { pathNormalization: { normalization: "MERGE_SLASHES" } },
    see: (proxies) => [inbound(proxies).mergeSlashes, outbound(proxies).mergeSlashes],
    with: [true, true],
    without: [undefined, undefined],
  },
  {
    what: "protocolDetectionTimeout bounds how long a protocol is looked for",
    given: { protocolDetectionTimeout: "1s" },
    see: ({ sidecar }) =>
      sidecar.listeners.find(({ name }) => name === "virtualInbound").listenerFiltersTimeout,
    with: "1s",
    without: "0s",
  },
  ...(
    [
      ["proxyListenPort", "virtualOutbound", 15001],
      ["proxyInboundListenPort", "virtualInbound", 15006],
    ] as const
  ).map(([argument, name, usual]) => ({
    what: `${argument} is the port of ${name}`,
    given: { [argument]: usual + 1000 },
    see: ({ sidecar }: Proxies) =>
      sidecar.listeners.find((one) => one.name === name).address.socketAddress.portValue,
    with: usual + 1000,
    without: usual,
  })),
  {
    what: "proxyHttpPort is where sidecars offer an HTTP proxy",
    given: { proxyHttpPort: 15080 },
    see: ({ sidecar }) =>
      sidecar.listeners.find(({ name }) => name === "127.0.0.1_15080")?.address.socketAddress,
    with: { address: "127.0.0.1", portValue: 15080 },
    without: undefined,
  },
  {
    what: "serviceScopeConfigs.servicesSelector.matchLabels chooses what other networks reach",
    ...reached({ servicesSelector: { matchLabels: { reach: "all" } }, scope: "GLOBAL" }, host),
  },
  {
    what: "serviceScopeConfigs.servicesSelector.matchExpressions chooses what other networks reach",
    ...reached(
      {
        servicesSelector: {
          matchExpressions: [{ key: "reach", operator: "In", values: ["all", "most"] }],
        },
        scope: "GLOBAL",
      },
      host,
    ),
  },
  {
    what: "serviceScopeConfigs.namespaceSelector.matchLabels chooses what other networks reach",
    ...reached({ namespaceSelector: { matchLabels: { team: "b" } }, scope: "GLOBAL" }, far),
  },
  {
    what: "serviceScopeConfigs.namespaceSelector.matchExpressions chooses what other networks reach",
    ...reached(
      {
        namespaceSelector: {
          matchExpressions: [{ key: "team", operator: "NotIn", values: ["a", "c"] }],
        },
        servicesSelector: { matchExpressions: [{ key: "hidden", operator: "DoesNotExist" }] },
        scope: "GLOBAL",
      },
      far,
    ),
  },
];
