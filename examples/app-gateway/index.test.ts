// What becomes of requests from outside, without a cluster.
import assert from "node:assert/strict";
import { meshOf, refusal, ShareOf, shares, type TestMesh } from "istio-mesh/testing";

describe("the shop's edge", function () {
  this.timeout(60_000);
  let mesh: TestMesh;

  before("run the program under mocks", async () => {
    mesh = await meshOf(() => require("./index"));
  });

  it("sends the catalog's requests to the catalog, by another path and within two seconds", () => {
    const answer = mesh.outside().get("http://shop.example.com/api/catalog/items?page=2");
    assert.deepEqual(shares(answer, ShareOf.Service), { catalog: 100 });
    assert.equal(answer.rewritten?.path, "/items?page=2");
    assert.equal(answer.timeout, "2s");
  });

  it("sends everything else to the pages", () => {
    const answer = mesh.outside().get("http://shop.example.com/cart");
    assert.deepEqual(shares(answer, ShareOf.Service), { web: 100 });
  });

  it("answers the old address with the new one", () => {
    const { redirect } = mesh.outside().get("http://shop.example.com/shop");
    assert.deepEqual(redirect, { status: 308, location: "http://shop.example.com/" });
  });

  it("serves no other host", () => {
    assert.equal(
      refusal(mesh.outside().get("http://other.example.com/")),
      "404: no route takes it",
    );
  });
});
