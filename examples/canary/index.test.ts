// What becomes of requests, without a cluster: one in ten goes to the new version, a tester's always does.
import assert from "node:assert/strict";
import { meshOf, shares, type TestMesh } from "istio-mesh/testing";

describe("the catalog's canary", function () {
  this.timeout(60_000);
  let mesh: TestMesh;

  before("run the program under mocks", async () => {
    mesh = await meshOf(() => require("./index"));
  });

  it("gets one request in ten", () => {
    const answer = mesh.fromPod({ namespace: "shop" }).get("http://catalog/items");
    assert.deepEqual(shares(answer), { v1: 90, v2: 10 });
    assert.equal(answer.timeout, "2s");
  });

  it("gets every request of a tester", () => {
    const headers = { "x-tester": "yes" };
    const answer = mesh.fromPod({ namespace: "shop" }).get("http://catalog/items", { headers });
    assert.deepEqual(shares(answer), { v2: 100 });
  });
});
