import assert from "node:assert/strict";
import { Bookinfo, Client } from "../../components";
import { record, settled } from "../support/record";

const account = "kubernetes:core/v1:ServiceAccount";
const service = "kubernetes:core/v1:Service";
const deployment = "kubernetes:apps/v1:Deployment";

describe("Bookinfo", () => {
  it("is four services with their accounts and six Deployments", async () => {
    const seen = await record(() => void new Bookinfo("app", { namespace: "shop" }));
    const services = ["details", "productpage", "ratings", "reviews"];
    const versions = [
      "details-v1",
      "productpage-v1",
      "ratings-v1",
      "reviews-v1",
      "reviews-v2",
      "reviews-v3",
    ];
    assert.deepEqual(
      seen.tree,
      [
        "istio-mesh:index:Bookinfo app",
        ...versions.map((name) => `${deployment} app-${name} < app`),
        ...services.map((name) => `${service} app-${name} < app`),
        ...services.map((name) => `${account} app-${name} < app`),
      ].sort(),
    );
  });

  it("creates Pods only once their account is there", async () => {
    const seen = await record(() => void new Bookinfo("app", { namespace: "shop" }));
    assert.deepEqual(seen.the(deployment, "app-reviews-v2").dependencies, [
      `${account} app-reviews`,
    ]);
  });

  it("tells the host name of each service", async () => {
    let app: Bookinfo | undefined;
    await record(() => {
      app = new Bookinfo("app", { namespace: "shop" });
    });
    assert.ok(app);
    assert.deepEqual(await settled(app.hosts), {
      details: "details.shop.svc.cluster.local",
      productpage: "productpage.shop.svc.cluster.local",
      ratings: "ratings.shop.svc.cluster.local",
      reviews: "reviews.shop.svc.cluster.local",
    });
  });
});

describe("Client", () => {
  it("is an account, a Service and a Deployment", async () => {
    const seen = await record(() => void new Client("sleep", { namespace: "shop" }));
    assert.deepEqual(seen.tree, [
      "istio-mesh:index:Client sleep",
      `${deployment} sleep < sleep`,
      `${service} sleep < sleep`,
      `${account} sleep < sleep`,
    ]);
    assert.deepEqual(seen.the(deployment).dependencies, [`${account} sleep`]);
  });
});
