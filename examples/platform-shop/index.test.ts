// What becomes of requests when the other stack hands out this, without a cluster and without that stack.
import assert from "node:assert/strict";
import { meshOf, refusal, shares, type TestMesh } from "istio-mesh/testing";

const outputs = {
  revision: "stable",
  selector: { istio: "ingressgateway" },
  controlPlane: { version: "1.31.0", revision: "1-31-0" },
};
// The gateway of the other stack, as its chart makes it.
const labels = { istio: "ingressgateway" };
const shared = { name: "istio-ingressgateway", namespace: "istio-ingress" };
const gateway = [
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: shared,
    spec: { selector: labels, ports: [{ name: "http2", port: 80 }] },
  },
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: shared,
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: "istio-proxy" }] } },
    },
  },
];

describe("the shop in the mesh of another stack", function () {
  this.timeout(60_000);
  let mesh: TestMesh;

  before("run the program under mocks", async () => {
    mesh = await meshOf(() => require("./index"), {
      objects: gateway,
      mocks: {
        newResource: ({ type, id }) =>
          type === "pulumi:pulumi:StackReference" ? { id, state: { outputs } } : undefined,
      },
    });
  });

  it("is there for everybody at the gateway of the platform", () => {
    const everybody = mesh.outside({ gateway: "istio-ingress/istio-ingressgateway" });
    assert.deepEqual(shares(everybody.get("http://shop.example.com/")), { v1: 90, v2: 10 });
    assert.equal(refusal(everybody.get("http://partners.example.com/")), "404: no route takes it");
  });

  it("is there for partners at its own", () => {
    const partner = mesh.outside({ gateway: "shop/shop-partners" });
    assert.deepEqual(shares(partner.get("http://partners.example.com/")), { v1: 90, v2: 10 });
  });
});
