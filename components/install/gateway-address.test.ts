import assert from "node:assert/strict";
import { loadBalancerAddress } from "./gateway-address";

describe("loadBalancerAddress", () => {
  for (const [status, address] of [
    [{ loadBalancer: { ingress: [{ ip: "10.0.0.1" }] } }, "10.0.0.1"],
    [{ loadBalancer: { ingress: [{ hostname: "lb.example.com" }] } }, "lb.example.com"],
    [{ loadBalancer: { ingress: [{ ip: "", hostname: "lb.example.com" }] } }, "lb.example.com"],
    [{ loadBalancer: { ingress: [] } }, undefined],
    [{ loadBalancer: {} }, undefined],
    [{}, undefined],
    [undefined, undefined],
  ] as const) {
    it(`is ${address} for ${JSON.stringify(status)}`, () => {
      assert.equal(loadBalancerAddress(status as never), address);
    });
  }
});
