// What becomes of requests in each of the clusters, by the names of their providers.
import assert from "node:assert/strict";
import { meshOf, shares } from "istio-mesh/testing";

describe("the shop in two clusters", function () {
  this.timeout(60_000);
  const expected = { west: { v1: 50, v2: 50 }, east: { v1: 100 } };

  for (const [cluster, versions] of Object.entries(expected)) {
    it(`has its share of the new catalog in the ${cluster}`, async () => {
      const mesh = await meshOf(() => require("./index"), { providers: [cluster] });
      const answer = mesh.fromPod({ namespace: "shop" }).get("http://catalog/");
      assert.deepEqual(shares(answer), versions);
    });
  }
});
