import assert from "node:assert/strict";
import type { IngressGatewayArgs } from "./ingress-gateway-args";
import { ingressGatewayPlan } from "./ingress-gateway-plan";

const plan = (args: IngressGatewayArgs = {}) => ingressGatewayPlan("ingress", args);
const values = (args: IngressGatewayArgs) => JSON.parse(JSON.stringify(plan(args).release.values));

/** Keys that the closed schema of the chart knows and that are used here. */
const known = ["service", "platform", "revision"];

describe("the plan of an ingress gateway", () => {
  it("sends only keys that the chart's closed schema allows", () => {
    const sent = values({ platform: "k3s", revision: "1-31-1", labels: { team: "edge" } });
    assert.deepEqual(Object.keys(sent).sort(), [...known].sort());
  });

  it("sends a plain gateway nothing but the type of its Service", () => {
    assert.deepEqual(values({}), { service: { type: "LoadBalancer" } });
  });

  it("completes ports", () => {
    assert.deepEqual(
      values({
        ports: [
          { name: "http2", port: 80 },
          { name: "dns", port: 53, targetPort: 5353, protocol: "UDP" },
        ],
      }).service.ports,
      [
        { name: "http2", port: 80, targetPort: 80, protocol: "TCP" },
        { name: "dns", port: 53, targetPort: 5353, protocol: "UDP" },
      ],
    );
  });

  it("selects the Pods the way the chart labels them", () => {
    assert.deepEqual(plan().selector, { istio: "ingressgateway" });
    assert.deepEqual(plan({ gatewayName: "edge" }).selector, { istio: "edge" });
    assert.deepEqual(plan({ values: { labels: { istio: "front" } } }).selector, { istio: "front" });
  });
});

describe("an ingress gateway refuses", () => {
  const refused: [string, IngressGatewayArgs, RegExp][] = [
    [
      "an unknown type of Service",
      { serviceType: "Loadbalancer" as "NodePort" },
      /serviceType: "Loadbalancer" is unknown.*did you mean "LoadBalancer"/,
    ],
    [
      "a name that is no DNS label",
      { gatewayName: "istio.ingress" },
      /gatewayName: "istio.ingress" is not a DNS label/,
    ],
    [
      "two ports of one name",
      {
        ports: [
          { name: "a", port: 1 },
          { name: "a", port: 2 },
        ],
      },
      /ports\[1\].name: "a" is used twice/,
    ],
    [
      "a port that is none",
      { ports: [{ name: "a", port: 70000 }] },
      /ports\[0\].port: 70000 is not/,
    ],
    ["an empty list of ports", { ports: [] }, /ports: is empty/],
    [
      "labels that are its selector",
      { labels: { istio: "x" } },
      /labels\["istio"\]: is set by the component/,
    ],
    [
      "the retired bucket",
      { charts: { repository: "https://istio-release.storage.googleapis.com/charts" } },
      /charts.repository: .*retired/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
