import type { MeshConfig } from "../../../components";
import { httpFilter, listener } from "../../support/envoy";
import type { Envoy } from "../../support/translate";
import type { Row } from "./row";
import { collector, inbound, outbound, type Proxies } from "./world";

const file: MeshConfig = { accessLogFile: "/dev/stdout" };
const logs = (proxies: Proxies): Envoy =>
  inbound(proxies).accessLog?.map(({ name, typedConfig }: Envoy) => [name, typedConfig.path]);
const format = (proxies: Proxies): Envoy => inbound(proxies).accessLog[0].typedConfig.logFormat;

const istioFormat = [
  '[%START_TIME%] "%REQ(:METHOD)% %REQ(X-ENVOY-ORIGINAL-PATH?:PATH)% %PROTOCOL%" %RESPONSE_CODE%',
  "%RESPONSE_FLAGS% %RESPONSE_CODE_DETAILS% %CONNECTION_TERMINATION_DETAILS%",
  '"%UPSTREAM_TRANSPORT_FAILURE_REASON%" %BYTES_RECEIVED% %BYTES_SENT% %DURATION%',
  '%RESP(X-ENVOY-UPSTREAM-SERVICE-TIME)% "%REQ(X-FORWARDED-FOR)%" "%REQ(USER-AGENT)%"',
  '"%REQ(X-REQUEST-ID)%" "%REQ(:AUTHORITY)%" "%UPSTREAM_HOST%" %UPSTREAM_CLUSTER_RAW%',
  "%UPSTREAM_LOCAL_ADDRESS% %DOWNSTREAM_LOCAL_ADDRESS% %DOWNSTREAM_REMOTE_ADDRESS%",
  "%REQUESTED_SERVER_NAME% %ROUTE_NAME%\n",
].join(" ");

/** Log lines, spans and metrics. */
export const telemetryRows: readonly Row[] = [
  {
    what: "accessLogFile is where lines are written",
    given: file,
    see: logs,
    with: [["envoy.access_loggers.file", "/dev/stdout"]],
    without: undefined,
  },
  {
    what: "accessLogFormat is that of a line",
    given: { accessLogFormat: "%PROTOCOL% %RESPONSE_CODE%\n" },
    beside: file,
    see: (proxies) => format(proxies).textFormatSource.inlineString,
    with: "%PROTOCOL% %RESPONSE_CODE%\n",
    without: istioFormat,
  },
  {
    what: "accessLogEncoding makes lines of JSON",
    given: { accessLogEncoding: "JSON" },
    beside: { ...file, accessLogFormat: '{"status":"%RESPONSE_CODE%"}' },
    see: format,
    with: { jsonFormat: { status: "%RESPONSE_CODE%" }, jsonFormatOptions: {} },
    without: { textFormatSource: { inlineString: '{"status":"%RESPONSE_CODE%"}\n' } },
  },
  {
    what: "disableEnvoyListenerLog leaves out lines for traffic that no chain matched",
    given: { disableEnvoyListenerLog: true },
    beside: file,
    see: ({ gateway }) => listener(gateway, 80).accessLog?.map(({ name }: Envoy) => name),
    with: undefined,
    without: ["envoy.access_loggers.file"],
  },
  {
    what: "enableEnvoyAccessLogService sends them to a service",
    given: { enableEnvoyAccessLogService: true },
    see: (proxies) =>
      inbound(proxies).accessLog?.map(
        ({ typedConfig }: Envoy) => typedConfig.commonConfig.grpcService.envoyGrpc.clusterName,
      ),
    with: ["envoy_accesslog_service"],
    without: undefined,
  },
  {
    what: "enableTracing makes spans",
    given: { enableTracing: false },
    see: (proxies) => inbound(proxies).tracing?.randomSampling,
    with: undefined,
    without: { value: 1 },
  },
  {
    what: "defaultProviders.accessLogging is where lines go",
    given: { defaultProviders: { accessLogging: ["envoy"] } },
    see: logs,
    with: [["envoy.access_loggers.file", "/dev/stdout"]],
    without: undefined,
  },
  {
    what: "defaultProviders.metrics is who counts",
    given: { defaultProviders: { metrics: ["prometheus"] } },
    see: ({ sidecar }) => httpFilter(sidecar, "virtualInbound", "istio.stats")?.["@type"],
    with: "type.googleapis.com/stats.PluginConfig",
    without: undefined,
  },
  {
    what: "defaultProviders.tracing is where spans go",
    given: { defaultProviders: { tracing: ["otel"] } },
    beside: {
      extensionProviders: [{ name: "otel", opentelemetry: { service: collector, port: 4317 } }],
    },
    see: (proxies) => outbound(proxies).tracing?.provider?.name,
    with: "envoy.tracers.opentelemetry",
    without: undefined,
  },
];
