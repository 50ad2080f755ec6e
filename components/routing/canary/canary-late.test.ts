import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { type Recording, record } from "../../../test/support/record";
import { Canary, ServiceRoute } from "../..";

/** What the stack of another team exports. */
const outputs = {
  namespace: "shop",
  service: "web",
  port: 80,
  share: 10,
  selector: { app: "shop" },
  labels: { track: "canary" },
  gateway: "edge/public",
  hosts: ["a.example.com", "b.example.com"],
  origins: ["https://a.example.com", "https://*.b.example.com"],
  methods: ["GET", "PUT"],
  headers: ["x-internal"],
  callers: { app: "tester" },
  external: "pay.example.com",
};

/** Runs a program with the outputs of another stack. */
const withStack = (program: (stack: pulumi.StackReference) => void): Promise<Recording> =>
  record(() => program(new pulumi.StackReference("team/platform/prod")), {
    state: (type) => (type === "pulumi:pulumi:StackReference" ? { outputs } : undefined),
  });

const specOf = (seen: Recording, kind: string, name?: string) =>
  seen.resources.find((one) => one.type.endsWith(`:${kind}`) && (!name || one.name === name))
    ?.inputs;

const names = (stack: pulumi.StackReference) => ({
  namespace: stack.requireOutput("namespace") as pulumi.Output<string>,
  service: stack.requireOutput("service") as pulumi.Output<string>,
});
const shares = (stack: pulumi.StackReference) => {
  const share = stack.requireOutput("share") as pulumi.Output<number>;
  return [
    { name: "v1", weight: share.apply((percent) => 100 - percent) },
    { name: "v2", weight: share, labels: stack.requireOutput("labels") },
  ];
};

describe("a canary of what another stack says", () => {
  const options = (stack: pulumi.StackReference) => ({
    cors: {
      allowOrigins: stack.requireOutput("origins"),
      allowMethods: stack.requireOutput("methods"),
    },
    headers: { request: { remove: stack.requireOutput("headers") } },
  });

  it("is written in Istio's dialect", async () => {
    const seen = await withStack((stack) => {
      new Canary("web", {
        ...names(stack),
        ...options(stack),
        versions: shares(stack),
        port: stack.requireOutput("port"),
        gateways: ["mesh", stack.requireOutput("gateway")],
        hosts: stack.requireOutput("hosts"),
        matches: [{ sourceLabels: stack.requireOutput("callers"), version: "v2" }],
      });
    });
    const host = "web.shop.svc.cluster.local";
    assert.deepEqual(specOf(seen, "DestinationRule", "web-v2"), {
      apiVersion: "networking.istio.io/v1",
      kind: "DestinationRule",
      metadata: { name: "web-v2", namespace: "shop" },
      spec: { host, subsets: [{ name: "v2", labels: { track: "canary" } }] },
    });
    const { metadata, spec } = specOf(seen, "VirtualService", "web-gateway");
    assert.equal(metadata.name, "web-gateway");
    assert.deepEqual(spec.hosts, outputs.hosts);
    assert.deepEqual(spec.gateways, ["edge/public"]);
    const [match, weights] = spec.http;
    assert.deepEqual(match.match, [{ sourceLabels: { app: "tester" } }]);
    assert.deepEqual(
      weights.route.map(({ weight }: { weight: number }) => weight),
      [90, 10],
    );
    assert.deepEqual(weights.headers, { request: { remove: ["x-internal"] } });
    assert.deepEqual(weights.corsPolicy.allowOrigins, [
      { regex: "(?:https://a\\.example\\.com)|(?:https://[^/]*\\.b\\.example\\.com)" },
    ]);
    assert.deepEqual(weights.corsPolicy.allowMethods, ["GET", "PUT"]);
  });

  it("is written in the Gateway API's dialect", async () => {
    const seen = await withStack((stack) => {
      new Canary("web", {
        ...names(stack),
        ...options(stack),
        versions: shares(stack),
        dialect: "gateway-api",
        port: stack.requireOutput("port"),
        targetPort: stack.requireOutput("port"),
        selector: stack.requireOutput("selector"),
      });
    });
    const service = specOf(seen, "Service", "web-v2");
    assert.equal(service.metadata.name, "web-v2");
    assert.deepEqual(service.spec, {
      ports: [{ name: "http", port: 80, targetPort: 80 }],
      selector: { app: "shop", track: "canary" },
    });
    const { spec } = specOf(seen, "HTTPRoute");
    assert.deepEqual(spec.parentRefs, [{ group: "", kind: "Service", name: "web", port: 80 }]);
    assert.deepEqual(spec.rules[0].backendRefs, [
      { name: "web-v1", port: 80, weight: 90 },
      { name: "web-v2", port: 80, weight: 10 },
    ]);
    assert.deepEqual(spec.rules[0].filters[0].cors.allowOrigins, outputs.origins);
  });
});

describe("a route of what another stack says", () => {
  it("is for a Service, or for a host outside", async () => {
    const seen = await withStack((stack) => {
      const { namespace, service } = names(stack);
      new ServiceRoute("inside", { namespace, service, rules: [{ timeout: "1s" }] });
      const external = stack.requireOutput("external");
      new ServiceRoute("outside", { namespace, service: external, rules: [{ timeout: "1s" }] });
    });
    const hostsOf = (name: string) => specOf(seen, "VirtualService", name).spec.hosts;
    assert.deepEqual(hostsOf("inside"), ["web.shop.svc.cluster.local"]);
    assert.deepEqual(hostsOf("outside"), ["pay.example.com"]);
    const { metadata, spec } = specOf(seen, "VirtualService", "outside");
    assert.equal(metadata.name, "pay.example.com");
    assert.equal(spec.http[0].route[0].destination.host, "pay.example.com");
  });
});
