import assert from "node:assert/strict";
import type { MeshTelemetryArgs } from "./mesh-telemetry-args";
import { meshTelemetryPlan } from "./mesh-telemetry-plan";

const plan = (args: Partial<MeshTelemetryArgs>) =>
  meshTelemetryPlan("web", { namespace: "shop", ...args });
const spec = (args: Partial<MeshTelemetryArgs>) => plan(args).object.spec;

describe("the plan of a telemetry", () => {
  it("shares its name with every other one for the whole namespace", () => {
    const { object } = plan({ accessLogging: [{ providers: ["envoy"] }] });
    assert.deepEqual(object, {
      name: "default",
      namespace: "shop",
      labels: undefined,
      annotations: undefined,
      spec: { accessLogging: [{ providers: [{ name: "envoy" }] }] },
    });
  });

  it("is named after the component when it is for chosen workloads", () => {
    const { object } = plan({ accessLogging: [{ disabled: true }], selector: { app: "web" } });
    assert.equal(object.name, "web");
    assert.deepEqual(object.spec.selector, { matchLabels: { app: "web" } });
    assert.equal(
      plan({ tracing: {}, targets: [{ kind: "Service", name: "a" }] }).object.name,
      "web",
    );
  });

  it("writes log lines on a condition, at one end", () => {
    const accessLogging = [
      { filter: "response.code >= 400", mode: "SERVER", disabled: false },
    ] as const;
    assert.deepEqual(spec({ accessLogging: [...accessLogging] }).accessLogging, [
      {
        filter: { expression: "response.code >= 400" },
        match: { mode: "SERVER" },
        disabled: false,
      },
    ]);
  });

  it("keeps a sampling of 0", () => {
    assert.deepEqual(spec({ tracing: { randomSamplingPercentage: 0 } }).tracing, [
      { randomSamplingPercentage: 0 },
    ]);
  });

  it("hands on everything that is said of spans", () => {
    const { tracing } = spec({
      tracing: {
        provider: "jaeger",
        randomSamplingPercentage: 12.5,
        disableSpanReporting: false,
        enableIstioTags: false,
        mode: "CLIENT",
        customTags: [
          { tag: "env", literal: "test" },
          { tag: "tenant", header: "x-tenant", defaultValue: "none" },
          { tag: "pod", environment: "POD_NAME" },
          { tag: "sni", formatter: "%REQUESTED_SERVER_NAME%" },
        ],
      },
    });
    assert.deepEqual(tracing, [
      {
        providers: [{ name: "jaeger" }],
        randomSamplingPercentage: 12.5,
        disableSpanReporting: false,
        enableIstioTags: false,
        match: { mode: "CLIENT" },
        customTags: {
          env: { literal: { value: "test" } },
          tenant: { header: { name: "x-tenant", defaultValue: "none" } },
          pod: { environment: { name: "POD_NAME" } },
          sni: { formatter: { value: "%REQUESTED_SERVER_NAME%" } },
        },
      },
    ]);
  });

  it("sets and removes tags of metrics", () => {
    const metrics = [
      {
        providers: ["prometheus"],
        reportingInterval: "15s",
        overrides: [
          {
            metric: "REQUEST_COUNT",
            mode: "SERVER",
            tags: [
              { tag: "host", value: "request.host" },
              { tag: "grpc_response_status", remove: true },
            ],
          },
          { customMetric: "mine", disabled: true },
          { tags: [] },
        ],
      },
    ] satisfies MeshTelemetryArgs["metrics"];
    assert.deepEqual(spec({ metrics }).metrics, [
      {
        providers: [{ name: "prometheus" }],
        reportingInterval: "15s",
        overrides: [
          {
            match: { metric: "REQUEST_COUNT", mode: "SERVER" },
            tagOverrides: {
              host: { operation: "UPSERT", value: "request.host" },
              grpc_response_status: { operation: "REMOVE" },
            },
          },
          { match: { customMetric: "mine" }, disabled: true },
          { tagOverrides: {} },
        ],
      },
    ]);
  });

  it("knows Istio's own providers beside those that are named", () => {
    const knownProviders = ["jaeger"];
    const args = { accessLogging: [{ providers: ["envoy"] }], tracing: { provider: "jaeger" } };
    assert.equal(spec({ ...args, knownProviders }).accessLogging?.length, 1);
  });
});

describe("a telemetry refuses", () => {
  const overrides = (...list: object[]) => ({ metrics: [{ overrides: list }] });
  const refused: [string, Partial<MeshTelemetryArgs>, RegExp][] = [
    [
      "nothing to report",
      {},
      /accessLogging: nothing is set; set at least one of accessLogging, tracing, metrics/,
    ],
    [
      "a provider that the mesh does not know",
      { tracing: { provider: "jeager" }, knownProviders: ["jaeger"] },
      /tracing\.provider: "jeager" is not among the known providers; allowed: envoy, prometheus, stackdriver, jaeger; did you mean "jaeger"/,
    ],
    [
      "such a provider of log lines",
      { accessLogging: [{ providers: ["otel"] }], knownProviders: [] },
      /accessLogging\[0\]\.providers\[0\]: "otel" is not among the known providers/,
    ],
    [
      "a provider without name",
      { metrics: [{ providers: [""] }] },
      /metrics\[0\]\.providers\[0\]: "" is no name of a provider/,
    ],
    [
      "more than all requests",
      { tracing: { randomSamplingPercentage: 101 } },
      /tracing\.randomSamplingPercentage: 101 is not a percentage from 0 to 100/,
    ],
    [
      "a condition that is no expression",
      { accessLogging: [{ filter: "response.code >=" }] },
      /accessLogging\[0\]\.filter: "response.code >=": .*CEL/,
    ],
    [
      "an end that is none",
      { accessLogging: [{ mode: "BOTH" as "CLIENT" }] },
      /accessLogging\[0\]\.mode: "BOTH" is unknown; allowed: CLIENT_AND_SERVER, CLIENT, SERVER/,
    ],
    [
      "a tag from two places",
      { tracing: { customTags: [{ tag: "a", literal: "b", header: "c" }] } },
      /tracing\.customTags\[0\]: literal "b" and header "c" are set; set exactly one/,
    ],
    [
      "a default of what is always there",
      { tracing: { customTags: [{ tag: "a", literal: "b", defaultValue: "c" }] } },
      /tracing\.customTags\[0\]\.defaultValue: "c" is for a header or variable/,
    ],
    [
      "a tag twice",
      { tracing: { customTags: ["b", "c"].map((literal) => ({ tag: "a", literal })) } },
      /tracing\.customTags\[1\]\.tag: "a" is listed twice/,
    ],
    [
      "a metric that Istio does not have",
      overrides({ metric: "REQUESTS" }),
      /metrics\[0\]\.overrides\[0\]\.metric: "REQUESTS" is unknown; allowed: ALL_METRICS, REQUEST_COUNT/,
    ],
    [
      "two metrics at once",
      overrides({ metric: "REQUEST_COUNT", customMetric: "mine" }),
      /metrics\[0\]\.overrides\[0\]: metric "REQUEST_COUNT" and customMetric "mine" are set; set at most one/,
    ],
    [
      "a tag that is neither set nor removed",
      overrides({ tags: [{ tag: "host" }] }),
      /metrics\[0\]\.overrides\[0\]\.tags\[0\]: nothing is set; set exactly one of value, remove/,
    ],
    [
      "a list that says nothing",
      { accessLogging: [] },
      /accessLogging: is empty, which Istio takes for left out/,
    ],
    [
      "Pods in ambient mode",
      { tracing: {}, dataPlaneMode: "ambient", selector: { app: "web" } },
      /selector: \{"app":"web"\} chooses Pods.*name a Service or the waypoint in targets \(KIA1117\)/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
