import type { ProxyConfig as ProxySettings } from "../../../components";
import { httpFilter, listener, request } from "../../support/envoy";
import type { Envoy } from "../../support/translate";
import type { Row } from "./row";
import { atGateway, host, inbound, outbound, type Proxies } from "./world";

type Headers = NonNullable<ProxySettings["proxyHeaders"]>;
const headers = (proxyHeaders: Headers) => ({ defaultConfig: { proxyHeaders } });
const topology = (gatewayTopology: NonNullable<ProxySettings["gatewayTopology"]>) => ({
  defaultConfig: { gatewayTopology },
});
const tracing = (one: NonNullable<ProxySettings["tracing"]>) => ({
  defaultConfig: { tracing: one },
});
const tags = (proxies: Proxies): string[] =>
  (inbound(proxies).tracing.customTags ?? []).map(({ tag }: Envoy) => tag);
const own = ["a", "c", "f"];
const exchanged = ({ sidecar }: Proxies): Envoy =>
  httpFilter(sidecar, "0.0.0.0_80", "istio.metadata_exchange").value.upstream_propagation[0]
    .istio_headers;

type Connections = NonNullable<ProxySettings["connectionSettings"]>;
const connections = (connectionSettings: Connections) => ({
  defaultConfig: { connectionSettings },
});

/** What holds for every proxy. */
export const proxyRows: readonly Row[] = [
  {
    what: "connectionSettings are limits of a gateway's clients",
    given: connections({
      httpIdleTimeout: "60s",
      httpMaxConnectionDuration: "120s",
      httpDrainTimeout: "7s",
      httpRequestTimeout: "11s",
      httpRequestHeadersTimeout: "12s",
      httpStreamIdleTimeout: "13s",
      httpMaxStreamDuration: "14s",
      httpMaxConcurrentStreams: 15,
      http2InitialStreamWindowSize: 65536,
      http2InitialConnectionWindowSize: 131072,
      httpHeadersWithUnderscoresAction: "HEADERS_WITH_UNDERSCORES_DROP_HEADER",
      httpMergeSlashes: true,
      httpPathWithEscapedSlashesAction: "REJECT_REQUEST",
    }),
    see: (proxies) => {
      const {
        commonHttpProtocolOptions: common = {},
        http2ProtocolOptions: h2,
        ...all
      } = atGateway(proxies);
      return [
        common.idleTimeout,
        common.maxConnectionDuration,
        common.maxStreamDuration,
        common.headersWithUnderscoresAction,
        all.drainTimeout,
        all.requestTimeout,
        all.requestHeadersTimeout,
        all.streamIdleTimeout,
        h2?.maxConcurrentStreams,
        h2?.initialStreamWindowSize,
        h2?.initialConnectionWindowSize,
        all.mergeSlashes,
        all.pathWithEscapedSlashesAction,
      ];
    },
    with: [
      "60s",
      "120s",
      "14s",
      "DROP_HEADER",
      "7s",
      "11s",
      "12s",
      "13s",
      15,
      65536,
      131072,
      true,
      "REJECT_REQUEST",
    ],
    without: [...Array(7).fill(undefined), "0s", ...Array(4).fill(undefined), "KEEP_UNCHANGED"],
  },
  {
    what: "connectionSettings.profile EDGE is Envoy's advice for a gateway",
    given: connections({ profile: "EDGE" }),
    see: (proxies) => [atGateway(proxies).requestTimeout, atGateway(proxies).streamIdleTimeout],
    with: ["300s", "300s"],
    without: [undefined, "0s"],
  },
  {
    what: "connectionSettings limit what a listener holds",
    given: connections({
      listenerPerConnectionBufferLimitBytes: 1024,
    }),
    see: ({ gateway }) => listener(gateway, 80).perConnectionBufferLimitBytes,
    with: 1024,
    without: undefined,
  },
  {
    what: "gatewayTopology.numTrustedProxies is how many hops a gateway trusts",
    given: topology({ numTrustedProxies: 2 }),
    see: (proxies) => atGateway(proxies).xffNumTrustedHops,
    with: 2,
    without: undefined,
  },
  {
    what: "gatewayTopology.forwardClientCertDetails is what a gateway does with a client's certificate",
    given: topology({ forwardClientCertDetails: "APPEND_FORWARD" }),
    see: (proxies) => atGateway(proxies).forwardClientCertDetails,
    with: "APPEND_FORWARD",
    without: "SANITIZE_SET",
  },
  {
    what: "gatewayTopology.proxyProtocol is expected by a gateway",
    given: topology({ proxyProtocol: {} }),
    see: ({ gateway }) => listener(gateway, 80).listenerFilters?.map(({ name }: Envoy) => name),
    with: ["envoy.filters.listener.proxy_protocol"],
    without: undefined,
  },
  {
    what: "proxyHeaders.forwardedClientCert is what a sidecar does with a client's certificate",
    given: headers({ forwardedClientCert: "FORWARD_ONLY" }),
    see: (proxies) => inbound(proxies).forwardClientCertDetails,
    with: "FORWARD_ONLY",
    without: "APPEND_FORWARD",
  },
  {
    what: "proxyHeaders.requestId makes no number for a request",
    given: headers({ requestId: { disabled: true } }),
    see: (proxies) => inbound(proxies).generateRequestId,
    with: false,
    without: undefined,
  },
  {
    what: "proxyHeaders.server.disabled leaves the application's",
    given: headers({ server: { disabled: true } }),
    see: (proxies) => [inbound(proxies).serverName, inbound(proxies).serverHeaderTransformation],
    with: [undefined, "PASS_THROUGH"],
    without: ["istio-envoy", undefined],
  },
  {
    what: "proxyHeaders.server.value is the name of the server",
    given: headers({ server: { value: "shop" } }),
    see: (proxies) => inbound(proxies).serverName,
    with: "shop",
    without: "istio-envoy",
  },
  {
    what: "proxyHeaders.attemptCount tells no server of retries",
    given: headers({ attemptCount: { disabled: true } }),
    see: ({ sidecar }) => request(sidecar, { host })?.virtualHost.includeRequestAttemptCount,
    with: undefined,
    without: true,
  },
  {
    what: "proxyHeaders.envoyDebugHeaders leaves Envoy's headers out",
    given: headers({ envoyDebugHeaders: { disabled: true } }),
    see: ({ sidecar }) =>
      httpFilter(sidecar, "0.0.0.0_80", "envoy.filters.http.router").suppressEnvoyHeaders,
    with: true,
    without: undefined,
  },
  {
    what: "proxyHeaders.metadataExchangeHeaders keeps headers about the workload in the mesh",
    given: headers({ metadataExchangeHeaders: { mode: "IN_MESH" } }),
    see: exchanged,
    with: { skip_external_clusters: true },
    without: {},
  },
  {
    what: "proxyHeaders.preserveHttp1HeaderCase keeps upper and lower case",
    given: headers({ preserveHttp1HeaderCase: true }),
    see: (proxies) =>
      outbound(proxies).httpProtocolOptions?.headerKeyFormat?.statefulFormatter.name,
    with: "preserve_case",
    without: undefined,
  },
  {
    what: "proxyHeaders.xForwardedHost is added",
    given: headers({ xForwardedHost: { enabled: true } }),
    see: ({ sidecar }) =>
      request(sidecar, { host: "unknown.example.com" })?.route.route.appendXForwardedHost,
    with: true,
    without: undefined,
  },
  {
    what: "proxyHeaders.xForwardedPort is added",
    given: headers({ xForwardedPort: { enabled: true } }),
    see: (proxies) => inbound(proxies).appendXForwardedPort,
    with: true,
    without: undefined,
  },
  {
    what: "tracing.sampling is the percentage of requests with spans",
    given: tracing({ sampling: 42 }),
    see: (proxies) => inbound(proxies).tracing.randomSampling.value,
    with: 42,
    without: 1,
  },
  {
    what: "tracing.maxPathTagLength bounds the path in a span",
    given: tracing({ maxPathTagLength: 99 }),
    see: (proxies) => inbound(proxies).tracing.maxPathTagLength,
    with: 99,
    without: undefined,
  },
  {
    what: "tracing.customTags are those of spans",
    given: tracing({
      customTags: {
        a: { literal: { value: "b" } },
        c: { environment: { name: "D", defaultValue: "e" } },
        f: { header: { name: "g" } },
      },
    }),
    see: (proxies) =>
      inbound(proxies).tracing.customTags.filter(({ tag }: Envoy) => own.includes(tag)),
    with: [
      { tag: "a", literal: { value: "b" } },
      { tag: "c", environment: { name: "D", defaultValue: "e" } },
      { tag: "f", requestHeader: { name: "g" } },
    ],
    without: [],
  },
  {
    what: "tracing.enableIstioTags leaves Istio's tags out",
    given: tracing({ enableIstioTags: false }),
    see: (proxies) => tags(proxies).includes("istio.mesh_id"),
    with: false,
    without: true,
  },
];
