import assert from "node:assert/strict";
import {
  Authorization,
  ControlPlane,
  EgressRoute,
  ExternalService,
  extensionProviders,
  MeshNamespace,
  MeshTelemetry,
  RateLimit,
  SidecarScope,
  type SidecarScopeArgs,
} from "../../components";
import { record } from "../support/record";

const scope = (args: Partial<SidecarScopeArgs> = {}) =>
  new SidecarScope("small", { namespace: "shop", hosts: ["./*"], ...args });

/** Warnings of the scope, or what a component was refused with. */
async function outcome(program: () => void): Promise<string> {
  let refusal = "";
  const { warnings } = await record(() => {
    try {
      program();
    } catch (error) {
      refusal = (error as Error).message;
    }
  });
  return refusal || warnings.filter((one) => one.includes("small")).join("\n");
}

const mesh = () =>
  new ControlPlane("mesh", {
    profile: "sidecar",
    meshConfig: {
      extensionProviders: [
        extensionProviders.openTelemetryTracing({
          name: "otel",
          service: "collector.observability.svc.cluster.local",
          port: 4317,
        }),
        extensionProviders.grpcAuthorizer({
          name: "authz",
          service: "infra/authz.example.com",
          port: 9000,
        }),
      ],
    },
  });

const traces = (namespace = "shop") =>
  new MeshTelemetry("traces", { namespace, tracing: { provider: "otel" } });

describe("what a scope hides of what the program needs", () => {
  it("is the collector that traces go to, in whatever order they are declared", async () => {
    const text =
      /^SidecarScope "small": hosts: hides collector\.observability\.svc\.cluster\.local, which the provider "otel" calls for tracing\.provider of MeshTelemetry "traces"; add "observability\/collector\.observability\.svc\.cluster\.local"$/;
    assert.match(await outcome(() => [mesh(), traces(), scope()]), text);
    assert.match(await outcome(() => [scope(), traces(), mesh()]), text);
    assert.match(await outcome(() => [scope(), traces("istio-system"), mesh()]), text);
  });

  it("is nothing where the scope names it, or the traces are others'", async () => {
    assert.equal(
      await outcome(() => [mesh(), traces(), scope({ hosts: ["./*", "observability/*"] })]),
      "",
    );
    assert.equal(await outcome(() => [mesh(), traces("bank"), scope()]), "");
  });

  it("is also what the scope of the whole mesh hides", async () => {
    const whole = () => scope({ namespace: "istio-system" });
    assert.match(await outcome(() => [mesh(), traces("shop"), whole()]), /hides collector/);
    const own = () => new SidecarScope("own", { namespace: "shop", hosts: ["*/*"] });
    assert.equal(await outcome(() => [mesh(), traces("shop"), whole(), own()]), "");
  });

  it("is named as far as the program says where it is", async () => {
    assert.match(
      await outcome(() => [traces(), scope()]),
      /hides what the provider "otel" calls, .* add its Service as "namespace\/host"/,
    );
    assert.equal(await outcome(() => [traces(), scope({ hosts: ["./*", "istio-system/*"] })]), "");
  });

  it("is the authorizer that Pods ask", async () => {
    assert.match(
      await outcome(() => {
        mesh();
        new Authorization("ask", {
          namespace: "shop",
          action: "CUSTOM",
          provider: "authz",
          rules: [{ to: [{ paths: ["/x"] }] }],
        });
        scope();
      }),
      /hides authz\.example\.com, which the provider "authz" calls for provider of Authorization "ask"; add "infra\/authz\.example\.com"/,
    );
  });

  it("is the service that counts requests", async () => {
    const limit = () =>
      new RateLimit("limit", {
        namespace: "shop",
        global: {
          domain: "shop",
          service: "ratelimit.limits.svc.cluster.local",
          descriptors: [{ entries: [{ value: "all" }] }],
        },
      });
    assert.match(
      await outcome(() => [limit(), scope()]),
      /hides ratelimit\.limits\.svc\.cluster\.local, which the proxies call for global\.service of RateLimit "limit"/,
    );
  });

  it("is a host outside whose requests are to leave through a gateway", async () => {
    const route = () =>
      new EgressRoute("api", {
        namespace: "egress",
        gatewayService: "istio-egressgateway",
        selector: { istio: "egressgateway" },
        host: "api.example.com",
      });
    assert.match(
      await outcome(() => [route(), scope()]),
      /hides api\.example\.com of EgressRoute "api", so that calls of it go past the gateway; add "egress\/api\.example\.com"/,
    );
  });

  it("is a host outside where unknown hosts are refused", async () => {
    const pay = () =>
      new ExternalService("pay", {
        namespace: "infra",
        hosts: ["pay.example.com"],
        ports: [{ port: 443, protocol: "TLS" }],
      });
    assert.match(
      await outcome(() => [pay(), scope({ outboundTrafficPolicy: "REGISTRY_ONLY" })]),
      /hides pay\.example\.com of ExternalService "pay", so that calls of it are refused; add "infra/,
    );
    assert.equal(await outcome(() => [pay(), scope()]), "");
  });
});

describe("a scope", () => {
  it("is one for the workloads that it is for", async () => {
    assert.match(
      await outcome(() => [
        scope(),
        new SidecarScope("other", { namespace: "shop", name: "x", hosts: ["*/*"] }),
      ]),
      /SidecarScope "other": .*namespace: scope of the sidecars of shop belongs to SidecarScope "small" already; write both into one/s,
    );
    assert.equal(
      await outcome(() => [
        scope(),
        new SidecarScope("other", { namespace: "shop", selector: { app: "x" }, hosts: ["*/*"] }),
      ]),
      "",
    );
  });

  it("is for namespaces with sidecars", async () => {
    assert.match(
      await outcome(() => [
        new MeshNamespace("shop", { name: "shop", dataPlaneMode: "ambient" }),
        scope(),
      ]),
      /namespace: is for sidecars, and the program's namespace has mode "ambient"; ztunnels and/,
    );
  });
});

describe("a provider that nobody declares", () => {
  const wrong = () =>
    new MeshTelemetry("small", { namespace: "shop", tracing: { provider: "otell" } });

  it("is refused where the control plane says which there are", async () => {
    assert.match(
      await outcome(() => [mesh(), wrong()]),
      /MeshTelemetry "small": .*tracing\.provider: "otell" is not among the extensionProviders of the program's control plane; allowed: envoy, prometheus, stackdriver, otel, authz; did you mean "otel"/s,
    );
  });

  it("is warned of where the control plane comes after it", async () => {
    assert.match(
      await outcome(() => [wrong(), mesh()]),
      /MeshTelemetry "small": tracing\.provider: "otell" is no provider that ControlPlane "mesh" declares/,
    );
  });

  it("may be another program's", async () => {
    assert.equal(await outcome(() => wrong()), "");
  });
});

describe("telemetry", () => {
  it("of the same workloads is in one place", async () => {
    assert.match(
      await outcome(() => [
        traces(),
        new MeshTelemetry("small", {
          namespace: "shop",
          name: "x",
          accessLogging: [{ providers: ["envoy"] }],
        }),
      ]),
      /MeshTelemetry "small": .*namespace: telemetry of shop belongs to MeshTelemetry "traces" already; write accessLogging/s,
    );
    assert.equal(
      await outcome(() => [
        traces(),
        new MeshTelemetry("small", {
          namespace: "shop",
          selector: { app: "x" },
          accessLogging: [{ providers: ["envoy"] }],
        }),
      ]),
      "",
    );
  });
});
