import assert from "node:assert/strict";
import { extensionProviders, MeshTelemetry, type MeshTelemetryArgs } from "../../components";
import { httpFilter, networkFilter } from "../support/envoy";
import { atSidecar, atWaypoint, chainOf, webHost } from "../support/policy-world";
import type { Envoy, ProxyConfig } from "../support/translate";

const to = { service: webHost, port: 80 };
const meshConfig = {
  extensionProviders: [
    extensionProviders.openTelemetryTracing({ name: "jaeger", ...to }),
    extensionProviders.openTelemetryTracing({ name: "http", ...to, http: { path: "/v1/traces" } }),
    extensionProviders.zipkin({ name: "zipkin", ...to }),
    extensionProviders.openTelemetryAccessLog({ name: "otel", ...to, logName: "mesh" }),
    extensionProviders.fileAccessLog({
      name: "json",
      logFormat: { labels: { s: "%RESPONSE_CODE%" } },
    }),
  ],
};
const manager = "envoy.filters.network.http_connection_manager";
const program = (args: Partial<MeshTelemetryArgs>) => () =>
  void new MeshTelemetry("t", { namespace: "shop", ...args });
const sidecar = (args: Partial<MeshTelemetryArgs>) => atSidecar(program(args), meshConfig);
const waypoint = (args: Partial<MeshTelemetryArgs>) => atWaypoint(program(args), meshConfig);
const incoming = (config: ProxyConfig): Envoy => networkFilter(config, "virtualInbound", manager);
const outgoing = (config: ProxyConfig): Envoy => networkFilter(config, "0.0.0.0_80", manager);
const served = (config: ProxyConfig, name: string): Envoy =>
  networkFilter(config, "main_internal", manager, chainOf(name));
const names = (logs: Envoy[] = []) => logs.map(({ name }) => name);

describe("[MeshTelemetry: translated] access logs", () => {
  const stdout = ["envoy.access_loggers.file"];

  it("go to the provider, on the condition", async () => {
    const accessLogging = [{ providers: ["envoy"], filter: "response.code >= 400" }];
    const config = await sidecar({ accessLogging });
    for (const { accessLog } of [incoming(config), outgoing(config)]) {
      assert.deepEqual(names(accessLog), stdout);
      assert.equal(accessLog[0].typedConfig.path, "/dev/stdout");
      assert.equal(
        accessLog[0].filter.extensionFilter.typedConfig.expression,
        "response.code >= 400",
      );
    }
  });

  it("go to collectors and in formats that the mesh config declares", async () => {
    const config = await sidecar({ accessLogging: [{ providers: ["otel", "json"] }] });
    const { accessLog } = incoming(config);
    assert.deepEqual(names(accessLog).sort(), [
      "envoy.access_loggers.file",
      "envoy.access_loggers.open_telemetry",
    ]);
    assert.match(JSON.stringify(accessLog), /"logName":"mesh"/);
    assert.match(JSON.stringify(accessLog), /"s":"%RESPONSE_CODE%"/);
  });

  it("are written at one end", async () => {
    const config = await sidecar({ accessLogging: [{ providers: ["envoy"], mode: "SERVER" }] });
    assert.deepEqual(names(incoming(config).accessLog), stdout);
    assert.deepEqual(names(outgoing(config).accessLog), []);
  });

  it("are switched off where the mesh has them", async () => {
    const both = (disabled: boolean) =>
      atSidecar(() => {
        const accessLogging = [{ providers: ["envoy"] }];
        new MeshTelemetry("mesh", {
          namespace: "istio-system",
          name: "mesh-default",
          accessLogging,
        });
        new MeshTelemetry("own", { namespace: "shop", accessLogging: [{ disabled }] });
      });
    assert.deepEqual(names(incoming(await both(false)).accessLog), stdout);
    assert.deepEqual(names(incoming(await both(true)).accessLog), []);
  });
});

describe("[MeshTelemetry: translated] spans", () => {
  const tracing = async (args: MeshTelemetryArgs["tracing"]): Promise<Envoy> =>
    incoming(await sidecar({ tracing: args })).tracing;

  for (const [provider, type] of [
    ["jaeger", /OpenTelemetryConfig.*"grpcService"/],
    ["http", /OpenTelemetryConfig.*"httpService".*v1\/traces/],
    ["zipkin", /ZipkinConfig/],
  ] as const) {
    it(`go to the provider ${provider}`, async () => {
      const one = await tracing({ provider });
      assert.match(JSON.stringify(one.provider), type);
      assert.match(JSON.stringify(one.provider), /outbound\|80\|\|web\.shop/);
    });
  }

  for (const percentage of [0, 12.5, 100]) {
    it(`are made for ${percentage} % of the requests`, async () => {
      const one = await tracing({ provider: "jaeger", randomSamplingPercentage: percentage });
      assert.equal(one.randomSampling.value ?? 0, percentage);
    });
  }

  it("have more tags", async () => {
    const one = await tracing({
      provider: "jaeger",
      customTags: [
        { tag: "env", literal: "test" },
        { tag: "tenant", header: "x-tenant", defaultValue: "none" },
        { tag: "pod", environment: "POD_NAME" },
        { tag: "sni", formatter: "%REQUESTED_SERVER_NAME%" },
      ],
    });
    const own = one.customTags.filter(({ tag }: Envoy) => !tag.startsWith("istio."));
    assert.deepEqual(own, [
      { tag: "env", literal: { value: "test" } },
      { tag: "pod", environment: { name: "POD_NAME" } },
      { tag: "sni", value: "%REQUESTED_SERVER_NAME%" },
      { tag: "tenant", requestHeader: { name: "x-tenant", defaultValue: "none" } },
    ]);
  });

  it("lose Istio's tags", async () => {
    const one = await tracing({ provider: "jaeger", enableIstioTags: false });
    const tags: string[] = (one.customTags ?? []).map(({ tag }: Envoy) => tag);
    assert.equal(tags.includes("istio.canonical_service"), false);
  });

  it("are not reported", async () => {
    const one = await tracing({ provider: "jaeger", disableSpanReporting: true });
    assert.equal(one?.provider, undefined);
  });

  it("are those of one end", async () => {
    const config = await sidecar({
      tracing: { provider: "jaeger", mode: "CLIENT", randomSamplingPercentage: 50 },
    });
    assert.equal(outgoing(config).tracing.randomSampling.value, 50);
    assert.notEqual(incoming(config).tracing?.randomSampling?.value, 50);
  });
});

describe("[MeshTelemetry: translated] metrics", () => {
  const rule = {
    providers: ["prometheus"],
    reportingInterval: "15s",
    overrides: [
      {
        metric: "REQUEST_COUNT",
        tags: [
          { tag: "host", value: "request.host" },
          { tag: "grpc_response_status", remove: true },
        ],
      },
      { metric: "REQUEST_SIZE", disabled: true, mode: "SERVER" },
      { customMetric: "mine", disabled: true },
    ],
  } satisfies NonNullable<MeshTelemetryArgs["metrics"]>[number];
  const stats = (config: ProxyConfig, listener: string, chain?: string) =>
    httpFilter(config, listener, "istio.stats", chain);
  const count = {
    name: "requests_total",
    dimensions: { host: "request.host" },
    tagsToRemove: ["grpc_response_status"],
  };

  it("have tags set and removed, and are switched off", async () => {
    const config = await sidecar({ metrics: [rule] });
    const { metrics, tcpReportingDuration } = stats(config, "virtualInbound");
    const byName = new Map(metrics.map((one: Envoy) => [one.name, one]));
    assert.deepEqual(byName.get("requests_total"), count);
    assert.deepEqual(byName.get("request_bytes"), { name: "request_bytes", drop: true });
    assert.deepEqual(byName.get("mine"), { name: "mine", drop: true });
    assert.equal(tcpReportingDuration, "15s");
  });

  it("are different at one end only", async () => {
    const { metrics } = stats(await sidecar({ metrics: [rule] }), "0.0.0.0_80");
    assert.equal(
      metrics.some(({ name }: Envoy) => name === "request_bytes"),
      false,
    );
  });

  it("are different for one Service at its waypoint", async () => {
    const targets = [{ kind: "Service", name: "web" }] as const;
    const config = await waypoint({ metrics: [rule], targets: [...targets] });
    const { metrics } = stats(config, "main_internal", chainOf("web"));
    assert.deepEqual(
      metrics.find(({ name }: Envoy) => name === "requests_total"),
      count,
    );
    assert.equal(stats(config, "main_internal", chainOf("other"))?.metrics, undefined);
  });
});

describe("[MeshTelemetry: translated] where it holds", () => {
  const accessLogging = [{ providers: ["envoy"] }];

  it("in the whole mesh, from the root namespace", async () => {
    const config = await sidecar({
      namespace: "istio-system",
      name: "mesh-default",
      accessLogging,
    });
    assert.equal(incoming(config).accessLog.length, 1);
  });

  it("only at Pods that the selector fits", async () => {
    const other = await sidecar({ accessLogging, selector: { app: "other" } });
    assert.deepEqual(names(incoming(other).accessLog), []);
    const own = await sidecar({ accessLogging, selector: { app: "web" } });
    assert.equal(incoming(own).accessLog.length, 1);
  });

  it("at the waypoint of the namespace, with no target", async () => {
    const config = await waypoint({ accessLogging, dataPlaneMode: "ambient" });
    assert.equal(served(config, "web").accessLog.length, 1);
    assert.equal(served(config, "other").accessLog.length, 1);
  });

  it("only for the Service that is the target", async () => {
    const targets = [{ kind: "Service", name: "web" }] as const;
    const config = await waypoint({ accessLogging, targets: [...targets] });
    assert.equal(served(config, "web").accessLog.length, 1);
    assert.deepEqual(names(served(config, "other").accessLog), []);
  });

  it("at a waypoint that is the target", async () => {
    const targets = [{ kind: "Gateway", name: "waypoint" }] as const;
    const config = await waypoint({ accessLogging, targets: [...targets] });
    assert.equal(served(config, "other").accessLog.length, 1);
  });
});
