import assert from "node:assert/strict";
import type { EgressGatewayArgs } from "./egress-gateway-args";
import { egressGatewayPlan } from "./egress-gateway-plan";

const plan = (args: EgressGatewayArgs = {}) => egressGatewayPlan("egress", args);

describe("the plan of an egress gateway", () => {
  it("is reached from inside the cluster, under the name that Istio's samples select", () => {
    const { release, selector, createNamespace } = plan();
    assert.equal(release.release, "istio-egressgateway");
    assert.equal(release.namespace, "istio-egress");
    assert.equal(createNamespace, true);
    assert.deepEqual(JSON.parse(JSON.stringify(release.values)), {
      service: { type: "ClusterIP" },
    });
    assert.deepEqual(selector, { istio: "egressgateway" });
  });
});

describe("an egress gateway refuses", () => {
  const refused: [string, EgressGatewayArgs, RegExp][] = [
    [
      "a load balancer's addresses, which it has not",
      { loadBalancerSourceRanges: ["10.0.0.0/8"] },
      /loadBalancerSourceRanges: .* is for a Service of type LoadBalancer, and this one is ClusterIP/,
    ],
    ["an empty list of ports", { ports: [] }, /ports: is empty/],
    ["no Pods at least", { autoscaling: { min: 0 } }, /autoscaling.min: 0 is not a whole number/],
    ["a name that is no DNS label", { gatewayName: "A" }, /gatewayName: "A" is not a DNS label/],
    ["half a version", { version: "1.31" }, /version: "1.31" is not a version/],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
