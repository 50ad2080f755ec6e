import assert from "node:assert/strict";
import type { EastWestGatewayArgs } from "./east-west-gateway-args";
import { eastWestGatewayPlan } from "./east-west-gateway-plan";

const plan = (args: Partial<EastWestGatewayArgs> = {}) =>
  eastWestGatewayPlan("east-west", { network: "network1", ...args });

describe("the plan of an east-west gateway", () => {
  it("is a gateway of the chart for its network, beside the control plane", () => {
    const { release, createNamespace, listener } = plan();
    assert.equal(release.release, "istio-eastwestgateway");
    assert.equal(release.namespace, "istio-system");
    assert.equal(createNamespace, false);
    assert.equal(listener, undefined);
    assert.deepEqual(JSON.parse(JSON.stringify(release.values)), {
      service: { type: "LoadBalancer" },
      networkGateway: "network1",
    });
  });

  it("lets other networks reach every Service by its server name", () => {
    assert.deepEqual(plan().exposed, {
      name: "cross-network-gateway",
      namespace: "istio-system",
      labels: undefined,
      annotations: undefined,
      spec: {
        selector: { istio: "eastwestgateway" },
        servers: [
          {
            port: { number: 15443, name: "tls", protocol: "TLS" },
            tls: { mode: "AUTO_PASSTHROUGH" },
            hosts: ["*.local"],
          },
        ],
      },
    });
    assert.equal(plan({ exposeServices: false }).exposed, undefined);
  });

  it("is a Gateway that istiod deploys in ambient mode", () => {
    const { listener, exposed } = plan({ profile: "ambient", revision: "canary" });
    assert.equal(exposed, undefined);
    assert.deepEqual(listener, {
      name: "istio-eastwestgateway",
      namespace: "istio-system",
      labels: { "topology.istio.io/network": "network1", "istio.io/rev": "canary" },
      annotations: { "pulumi.com/waitFor": "condition=Programmed" },
      spec: {
        gatewayClassName: "istio-east-west",
        listeners: [
          {
            name: "mesh",
            port: 15008,
            protocol: "HBONE",
            tls: {
              mode: "Terminate",
              options: { "gateway.istio.io/tls-terminate-mode": "ISTIO_MUTUAL" },
            },
          },
        ],
      },
    });
  });

  it("shows its arguments without what is only handed on", () => {
    assert.deepEqual(Object.keys(plan().inputs).sort(), [
      "charts",
      "createNamespace",
      "exposeServices",
      "gatewayName",
      "namespace",
      "network",
      "profile",
      "serviceType",
      "version",
    ]);
  });
});

describe("an east-west gateway refuses", () => {
  const refused: [string, Partial<EastWestGatewayArgs>, RegExp][] = [
    ["a network that is no label", { network: "a b" }, /network: "a b" is not a label value/],
    [
      "an unknown profile",
      { profile: "ambiant" as "ambient" },
      /profile: "ambiant" is unknown; allowed: sidecar, ambient; did you mean "ambient"/,
    ],
    [
      "ports, which the chart has of its own",
      { ports: [{ name: "tls", port: 15443 }] },
      /ports: .* cannot work: between networks the ports are 15021, 15443, 15012 and 15017/,
    ],
    [
      "what istiod decides in ambient mode",
      { profile: "ambient", replicas: 2, values: {} },
      /replicas: 2 is for the gateway from the chart.*\n.*values: \{\} is for the gateway from the chart/,
    ],
    [
      "a label that the component sets",
      { labels: { "topology.istio.io/network": "x" } },
      /labels\["topology.istio.io\/network"\]: "x" is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
