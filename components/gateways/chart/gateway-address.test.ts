import assert from "node:assert/strict";
import { loadBalancerAddress } from "./gateway-address";

const ip = { ip: "10.0.0.1", address: "10.0.0.1" };
const hostname = { hostname: "lb.example.com", address: "lb.example.com" };

describe("loadBalancerAddress", () => {
  for (const [status, address] of [
    [{ loadBalancer: { ingress: [{ ip: "10.0.0.1" }] } }, ip],
    [{ loadBalancer: { ingress: [{ hostname: "lb.example.com" }] } }, hostname],
    [{ loadBalancer: { ingress: [{ ip: "", hostname: "lb.example.com" }] } }, hostname],
    [{ loadBalancer: { ingress: [] } }, {}],
    [{ loadBalancer: {} }, {}],
    [{}, {}],
    [undefined, {}],
  ] as const) {
    it(`is ${JSON.stringify(address)} for ${JSON.stringify(status)}`, () => {
      assert.deepEqual(loadBalancerAddress(status as never), address);
    });
  }
});
