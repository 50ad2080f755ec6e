import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf } from "../../test/support/record";
import * as providers from "./extension-providers";

const collector = { name: "otel", service: "collector.tools.svc.cluster.local", port: 4317 };
const at = { service: collector.service, port: 4317 };

describe("extension providers", () => {
  it("are entries of the mesh config, without what is not set", () => {
    assert.deepEqual(providers.openTelemetryTracing(collector), {
      name: "otel",
      opentelemetry: at,
    });
    assert.deepEqual(
      providers.openTelemetryTracing({ ...collector, http: { path: "/v1/traces" } }),
      {
        name: "otel",
        opentelemetry: { ...at, http: { path: "/v1/traces" } },
      },
    );
    assert.deepEqual(providers.zipkin({ ...collector, maxTagLength: 0 }), {
      name: "otel",
      zipkin: { ...at, maxTagLength: 0 },
    });
    const format = { labels: { status: "%RESPONSE_CODE%" } };
    assert.deepEqual(providers.openTelemetryAccessLog({ ...collector, logFormat: format }), {
      name: "otel",
      envoyOtelAls: { ...at, logFormat: format },
    });
    assert.deepEqual(providers.fileAccessLog({ name: "json", logFormat: format }), {
      name: "json",
      envoyFileAccessLog: { path: "/dev/stdout", logFormat: format },
    });
  });

  it("find Jaeger where the add-ons put it", () => {
    const service = "jaeger-collector.istio-system.svc.cluster.local";
    assert.deepEqual(providers.jaeger(), {
      name: "jaeger",
      opentelemetry: { service, port: 4317 },
    });
    assert.equal(
      providers.jaeger({ namespace: "tools" }).opentelemetry?.service,
      "jaeger-collector.tools.svc.cluster.local",
    );
  });

  it("ask authorizers", () => {
    const asked = { timeout: "1s", failOpen: false, statusOnError: "503" };
    assert.deepEqual(providers.grpcAuthorizer({ ...collector, ...asked }), {
      name: "otel",
      envoyExtAuthzGrpc: { ...at, ...asked },
    });
    const headers = { includeRequestHeadersInCheck: ["x-user"], pathPrefix: "/check" };
    assert.deepEqual(providers.httpAuthorizer({ ...collector, ...headers }), {
      name: "otel",
      envoyExtAuthzHttp: { ...at, ...headers },
    });
  });

  it("hold back a name or a time that arrives later and cannot work", async () => {
    const named = providers.zipkin({ ...collector, name: pulumi.output("") });
    assert.match((await failureOf(named.name)).message, /name: "" is no name of a provider/);
    const file = providers.fileAccessLog({ name: pulumi.output(" ") });
    assert.match((await failureOf(file.name)).message, /name: " " is no name of a provider/);
    const asked = providers.httpAuthorizer({ ...collector, timeout: pulumi.output("1") });
    assert.match(
      (await failureOf(asked.envoyExtAuthzHttp?.timeout)).message,
      /timeout: "1" is not a duration/,
    );
  });

  for (const [what, make, message] of [
    [
      "a short host name",
      () => providers.zipkin({ ...collector, service: "collector" }),
      /extensionProviders.zipkin "otel": 1 argument cannot work\n {2}service: "collector" is not a full/,
    ],
    [
      "a port out of range",
      () => providers.openTelemetryTracing({ ...collector, port: 0 }),
      /port: 0 is not a whole number between 1 and 65535/,
    ],
    ["no name", () => providers.fileAccessLog({ name: "" }), /name: "" is no name of a provider/],
    [
      "a format in two ways",
      () => providers.fileAccessLog({ name: "a", logFormat: { text: "a", labels: {} } }),
      /logFormat: text "a" and labels are set; set exactly one of text, labels/,
    ],
    [
      "a time that is none",
      () => providers.grpcAuthorizer({ ...collector, timeout: "1" }),
      /timeout: "1" is not a duration/,
    ],
  ] as const) {
    it(`refuse ${what}`, () => {
      assert.throws(make, message);
    });
  }
});
