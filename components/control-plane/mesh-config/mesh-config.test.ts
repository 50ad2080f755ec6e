import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentCheck } from "../../../arguments/argument-check";
import type { MeshConfig } from "../../resources/mesh-config";
import { checkMeshConfig } from "./mesh-config";

function problemsOf(config: unknown): string[] {
  const check = new ArgumentCheck("ControlPlane", "istio");
  checkMeshConfig(check, config as MeshConfig);
  try {
    check.done();
    return [];
  } catch (error) {
    return (error as Error).message
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  }
}

describe("mesh settings", () => {
  it("may use every kind of value, those that arrive later included", () => {
    const config: MeshConfig = {
      accessLogFile: "",
      accessLogEncoding: "JSON",
      protocolDetectionTimeout: "0s",
      connectTimeout: "1m30s",
      trustDomain: pulumi.output("example.org"),
      discoverySelectors: [{ matchExpressions: [{ key: "a", operator: "Exists" }] }],
      defaultConfig: {
        concurrency: 0,
        holdApplicationUntilProxyStarts: false,
        gatewayTopology: { numTrustedProxies: 1, proxyProtocol: {} },
        tracing: { sampling: 0.5, customTags: { a: { literal: { value: "b" } } } },
      },
      extensionProviders: [{ name: "otel", opentelemetry: { service: "a.b.svc", port: 4317 } }],
      defaultProviders: { tracing: ["otel"], metrics: ["prometheus"], accessLogging: ["envoy"] },
    };
    assert.deepEqual(problemsOf(config), []);
  });

  const refused: [string, unknown, RegExp][] = [
    [
      "a misspelt field",
      { accesLogFile: "/dev/stdout" },
      /meshConfig\.accesLogFile: "accesLogFile" is not a field.*did you mean "accessLogFile".*values\.istiod\.meshConfig/,
    ],
    [
      "a misspelt field further down",
      { defaultConfig: { tracing: { samplin: 1 } } },
      /meshConfig\.defaultConfig\.tracing\.samplin: .*did you mean "sampling"/,
    ],
    [
      "curves where istiod refuses them",
      { meshMTLS: { ecdhCurves: ["P-256"] } },
      /meshConfig\.meshMTLS\.ecdhCurves: "ecdhCurves" is not a field/,
    ],
    [
      "a misspelt word",
      { outboundTrafficPolicy: { mode: "REGISTRY" } },
      /outboundTrafficPolicy\.mode: "REGISTRY" is unknown; allowed: REGISTRY_ONLY, ALLOW_ANY, ALLOW_ANY_DYNAMIC_DNS/,
    ],
    ["a time without a unit", { connectTimeout: "10" }, /connectTimeout: "10" is not a duration/],
    ["a text where a flag belongs", { enableTracing: "true" }, /"true" is not true or false/],
    [
      "a map where a list belongs",
      { discoverySelectors: { matchLabels: {} } },
      /discoverySelectors: \{"matchLabels":\{\}\} is not a list/,
    ],
    [
      "a list where a map belongs",
      { defaultConfig: [] },
      /meshConfig\.defaultConfig: \[\] is not a map/,
    ],
    [
      "more than all requests traced",
      { defaultConfig: { tracing: { sampling: 101 } } },
      /sampling: 101 is not a percentage from 0 to 100/,
    ],
    [
      "a provider of no kind",
      { extensionProviders: [{ name: "a" }] },
      /extensionProviders\[0\]: nothing is set; set exactly one/,
    ],
    [
      "a provider of two kinds",
      { extensionProviders: [{ name: "a", prometheus: {}, sds: {} }] },
      /extensionProviders\[0\]: prometheus and sds are set; set exactly one/,
    ],
    [
      "two providers of one name",
      {
        extensionProviders: [
          { name: "a", prometheus: {} },
          { name: "a", prometheus: {} },
        ],
      },
      /extensionProviders\[1\]\.name: "a" is listed twice/,
    ],
    [
      "a default provider that is none",
      {
        extensionProviders: [{ name: "otel", prometheus: {} }],
        defaultProviders: { tracing: ["jaeger"] },
      },
      /defaultProviders\.tracing\[0\]: "jaeger" is no extension provider; declared: otel, envoy, prometheus, stackdriver/,
    ],
    [
      "a default provider where none is declared",
      { defaultProviders: { accessLogging: ["otel"] } },
      /defaultProviders\.accessLogging\[0\]: "otel" is no extension provider; declared: envoy/,
    ],
    [
      "a port that is none",
      { extensionProviders: [{ name: "a", zipkin: { service: "a", port: 0 } }] },
      /extensionProviders\[0\]\.zipkin\.port: 0 is not/,
    ],
  ];
  for (const [what, config, message] of refused) {
    it(`may not have ${what}`, () => {
      const problems = problemsOf(config);
      assert.equal(problems.length, 1, problems.join("\n"));
      assert.match(problems[0] ?? "", message);
    });
  }
});
