import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import { type Asked, runProgram } from "../../../test/support/field-program";
import { EgressRoute, ExternalService, MeshNamespace, ServiceRoute } from "../..";
import type { ServiceRouteArgs } from "./service-route-args";

const shop = { service: "web", namespace: "shop" };
const route = (args: Partial<ServiceRouteArgs> = {}, name = "web") =>
  new ServiceRoute(name, { ...shop, rules: [{ timeout: "1s" }], ...args });

/** The Service `web` of the program. */
const service = (port: Partial<k8s.types.input.core.v1.ServicePort>) =>
  new k8s.core.v1.Service("service", {
    metadata: { name: "web", namespace: "shop" },
    spec: { selector: { app: "web" }, ports: [{ port: 80, ...port }] },
  });

const external = (protocol: "HTTP" | "TLS") =>
  new ExternalService("pay", {
    namespace: "shop",
    hosts: ["pay.example.com"],
    ports: [
      protocol === "HTTP"
        ? { port: 80, protocol, tls: { mode: "SIMPLE", caCertificates: "system" } }
        : { port: 443, protocol },
    ],
  });
const pay = { service: "pay.example.com" };

async function run(program: () => void) {
  const { refusals, warnings, asked } = await runProgram(program);
  return { refusal: refusals[0]?.text ?? "", warnings, asked };
}

const spec = (asked: readonly Asked[]) =>
  asked.find(({ type }) => type.endsWith(":VirtualService"))?.inputs.spec;

describe("a route beside others", () => {
  const refused: [string, () => void, RegExp][] = [
    [
      "another one for the same Service",
      () => {
        route();
        route({}, "other");
      },
      /ServiceRoute "other": .*\n {2}service: route in the mesh of web.shop.svc.cluster.local belongs to ServiceRoute "web" already; say all of it in one ServiceRoute/,
    ],
    [
      "another one by the full name",
      () => {
        route();
        route({ service: "web.shop.svc.cluster.local", namespace: "other" }, "other");
      },
      /service: route in the mesh of web.shop.svc.cluster.local belongs to ServiceRoute "web"/,
    ],
    [
      "a Service whose port speaks no HTTP",
      () => {
        service({ name: "tcp-queue" });
        route();
      },
      /service: has no requests that a proxy could route: port 80 \(tcp-queue\) speaks tcp/,
    ],
    [
      "a Service that has no such port, declared after it",
      () => {
        route({ port: 8080 });
        service({ name: "http" });
      },
      /ServiceRoute "web" relies on it: port 8080 is none of the Service's ports; allowed: 80 \(http\)/,
    ],
    [
      "a target that has no such port",
      () => {
        service({ name: "http" });
        route({ service: "api", rules: [{ to: [{ service: "web", port: 8080 }] }] });
      },
      /rules\[0\].to\[0\].port: 8080 is none of the Service's ports; allowed: 80/,
    ],
    [
      "a mirror without such a port in an HTTPRoute, which gives it the route's",
      () => {
        service({ name: "http" });
        const mirrors = [{ service: "web" }];
        route({ service: "api", dialect: "gateway-api", port: 8080, rules: [{ mirrors }] });
      },
      /rules\[0\].mirrors\[0\].port: 8080 is none of the Service's ports; allowed: 80/,
    ],
    [
      "a host outside that speaks TLS",
      () => {
        external("TLS");
        route(pay);
      },
      /service: speaks TLS at port 443 of ExternalService "pay": a proxy sees no requests there.*the mesh add TLS/,
    ],
    [
      "a port that the host outside does not have",
      () => {
        external("HTTP");
        route({ ...pay, port: 8080 });
      },
      /service: 8080 is none of the ports of ExternalService "pay"; allowed: 80/,
    ],
    [
      "a host that goes out through an egress gateway",
      () => {
        new EgressRoute("pay", {
          namespace: "egress",
          gatewayService: "egress",
          selector: { istio: "egress" },
          host: "pay.example.com",
        });
        route(pay);
      },
      /service: is routed by EgressRoute "pay" already/,
    ],
    [
      "the same, declared before it",
      () => {
        route(pay);
        new EgressRoute("pay", {
          namespace: "egress",
          gatewayService: "egress",
          selector: { istio: "egress" },
          host: "pay.example.com",
        });
      },
      /EgressRoute "pay": .*host: ServiceRoute ".*" relies on it: service is routed by EgressRoute "pay" already; .*say it there/s,
    ],
  ];
  for (const [what, program, message] of refused) {
    it(`is refused: ${what}`, async () => {
      assert.match((await run(program)).refusal, message);
    });
  }

  it("is for a host outside that the program declares", async () => {
    const seen = await run(() => {
      external("HTTP");
      route(pay);
    });
    assert.deepEqual([seen.refusal, seen.warnings], ["", []]);
    assert.deepEqual(spec(seen.asked), {
      hosts: ["pay.example.com"],
      gateways: ["mesh"],
      http: [{ route: [{ destination: { host: "pay.example.com" } }], timeout: "1s" }],
    });
  });

  const warned: [string, () => void, RegExp][] = [
    [
      "a host outside that nobody declares",
      () => void route(pay),
      /^ServiceRoute "web": service: pay.example.com is declared by no ExternalService of the program/,
    ],
    [
      "a version that nobody declares",
      () => void route({ rules: [{ to: [{ version: "v3" }] }] }),
      /^ServiceRoute "web": rules\[0\].to\[0\].version: "v3" is declared by no Canary or DestinationRule/,
    ],
    [
      "a version without a Service",
      () => void route({ dialect: "gateway-api", port: 80, rules: [{ to: [{ version: "v3" }] }] }),
      /^ServiceRoute "web": rules\[0\].to\[0\].version: "v3" is the Service web-v3, which no Canary/,
    ],
    [
      "an ambient namespace without a waypoint",
      () => {
        new MeshNamespace("shop", { dataPlaneMode: "ambient" });
        route();
      },
      /^ServiceRoute "web": service: has no effect on the clients of shop\/web: its namespace is ambient/,
    ],
  ];
  for (const [what, program, message] of warned) {
    it(`is warned of at the end: ${what}`, async () => {
      const { refusal, warnings } = await run(program);
      assert.equal(refusal, "");
      assert.equal(warnings.length, 1, warnings.join("\n"));
      assert.match(warnings[0] ?? "", message);
    });
  }

  it("hands out its object", async () => {
    const kinds: unknown[] = [];
    await run(() => {
      const istio = route();
      const other = route({ service: "api", dialect: "gateway-api", port: 80 }, "api");
      for (const one of [istio, other]) {
        kinds.push([one.virtualService !== undefined, one.httpRoute !== undefined]);
      }
    });
    assert.deepEqual(kinds, [
      [true, false],
      [false, true],
    ]);
  });
});
