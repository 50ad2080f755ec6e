import assert from "node:assert/strict";
import {
  each,
  later,
  pay,
  policy,
  service,
  space,
  told,
  waypoint,
} from "../../test/support/waypoint-programs";
import { AppGateway, gateway, JwtAuthentication, MeshTelemetry } from "..";

describe("what a policy names as target", () => {
  const unused =
    /^Authorization "a": targets\[0\]: is Waypoint "way", through which nothing in this program sends requests, so that nothing enforces the policy: set its enrol/;
  each([
    [
      "is no gateway of the program",
      [space(), waypoint({ enrol: true }), policy("Gateway", "wya")],
      /^Authorization "a": targets\[0\]: "wya" is no Gateway or Waypoint of shop that this program declares; where there is none, nothing enforces the policy; did you mean "way"\?$/,
    ],
    [
      "turns out to be none",
      [space(), waypoint({ enrol: true }), policy("Gateway", later("wya"))],
      /^Authorization "a": targets\[0\]: "wya" is no Gateway or Waypoint of shop/,
    ],
    [
      "is a waypoint of another namespace",
      [space(), waypoint({ namespace: "egress" }), policy("Gateway", "way")],
      /Waypoint "way" of that name is in namespace egress, where the policy has to be too$/,
    ],
    ["is a waypoint that nothing uses", [space(), waypoint(), policy("Gateway", "way")], unused],
    ["is such a waypoint, declared later", [space(), policy("Gateway", "way"), waypoint()], unused],
    [
      "is such a waypoint, named later",
      [space(), waypoint(), policy("Gateway", later("way"))],
      unused,
    ],
    [
      "is a waypoint that nothing passes",
      [space(), waypoint({ waypointFor: "none" }), policy("Gateway", "way")],
      /is for "none": nothing passes it, and nothing enforces/,
    ],
    [
      "is a waypoint of its namespace",
      [space(), waypoint({ enrol: true }), policy("Gateway", "way")],
      "",
    ],
    [
      "is a waypoint of some Services",
      [space(), waypoint({ enrolServices: ["web"] }), policy("Gateway", "way")],
      "",
    ],
    [
      "is named by its namespace",
      [space({ waypoint: "way" }), waypoint(), policy("Gateway", "way")],
      "",
    ],
    [
      "is named by its namespace later",
      [space({ waypoint: later("way") }), waypoint(), policy("Gateway", "way")],
      "",
    ],
    [
      "is named by a Service",
      [space(), waypoint(), service({ "istio.io/use-waypoint": "way" }), policy("Gateway", "way")],
      "",
    ],
    [
      "is named by an external service",
      [space(), waypoint(), pay({ waypoint: "way" }), policy("Gateway", "way")],
      "",
    ],
    [
      "is a gateway of an application",
      [
        () =>
          void new AppGateway("web", {
            namespace: "shop",
            dialect: "gateway-api",
            hosts: ["a.example.com"],
            routes: [{ service: "web", port: 80 }],
          }),
        policy("Gateway", "web"),
      ],
      "",
    ],
    [
      "is a Gateway of Istio's own API",
      [
        () =>
          void new AppGateway("web", {
            namespace: "shop",
            hosts: ["a.example.com"],
            routes: [{ service: "web", port: 80 }],
          }),
        policy("Gateway", "web"),
      ],
      /^Authorization "a": targets\[0\]: is the Gateway shop\/web of Istio's own API, and a target is a Gateway of the Gateway API: nothing enforces the policy; choose the Pods of the gateway by selector$/,
    ],
    [
      "is a waypoint made without a component",
      [
        space({ waypoint: "way" }),
        () =>
          void new gateway.v1.Gateway("way", {
            metadata: { name: "way", namespace: "shop" },
            spec: {
              gatewayClassName: "istio-waypoint",
              listeners: [{ name: "mesh", port: 15008, protocol: "HBONE" }],
            },
          }),
        policy("Gateway", "way"),
      ],
      "",
    ],
    [
      "is an external service without a waypoint",
      [space(), pay(), policy("ServiceEntry", "pay")],
      /^Authorization "a": targets\[0\]: is ServiceEntry shop\/pay, which has no waypoint in this program; .*write waypoint in the ExternalService/,
    ],
    [
      "is an external service behind one",
      [space(), waypoint(), pay({ waypoint: "way" }), policy("ServiceEntry", "pay")],
      "",
    ],
    [
      "is one behind that of its namespace",
      [space(), waypoint({ enrol: true }), pay(), policy("ServiceEntry", "pay")],
      "",
    ],
    [
      "is one behind none of chosen Services",
      [space(), waypoint({ enrolServices: ["pay"] }), pay(), policy("ServiceEntry", "pay")],
      /is ServiceEntry shop\/pay, which has no waypoint/,
    ],
    [
      "is an external service that nobody declares",
      [space(), policy("ServiceEntry", "pya")],
      /"pya" is no ServiceEntry of shop that this program declares/,
    ],
    [
      "is a Service without a waypoint, told of later",
      [space(), service({}), policy("Service", later("web"))],
      /^Authorization "a": targets\[0\]: is Service shop\/web, which has no waypoint in this program/,
    ],
  ]);

  it("is told of by every kind of policy, in its own words", async () => {
    const targets = [{ kind: "Gateway" as const, name: "way" }];
    const common = { namespace: "shop", targets };
    const steps = [space(), waypoint()];
    const tokens = () =>
      void new JwtAuthentication("t", { ...common, jwtRules: [{ issuer: "https://me" }] });
    const logs = () => void new MeshTelemetry("m", { ...common, accessLogging: [{}] });
    assert.match(
      await told([...steps, tokens]),
      /^JwtAuthentication "t": targets\[0\]: is Waypoint "way", .*nothing enforces/,
    );
    assert.match(
      await told([...steps, logs]),
      /^MeshTelemetry "m": targets\[0\]: is Waypoint "way", .*so that nothing is reported/,
    );
  });
});
