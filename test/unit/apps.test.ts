import assert from "node:assert/strict";
import { Bookinfo, Client, Coolstore, Httpbin, StandaloneEnvoy } from "../../components";
import { record, settled } from "../support/record";

const account = "kubernetes:core/v1:ServiceAccount";
const service = "kubernetes:core/v1:Service";
const deployment = "kubernetes:apps/v1:Deployment";
const configMap = "kubernetes:core/v1:ConfigMap";

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

describe("Coolstore", () => {
  it("is an account and a Service for each part, and a Deployment for each version", async () => {
    const args = { namespace: "shop", catalogVersions: ["v1", "v2"] };
    const seen = await record(() => void new Coolstore("app", args));
    const services = ["webapp", "catalog", "forum"];
    const deployments = ["webapp", "catalog-v1", "catalog-v2", "forum-v1"];
    assert.deepEqual(
      seen.tree,
      [
        "istio-mesh:index:Coolstore app",
        ...deployments.map((name) => `${deployment} app-${name} < app`),
        ...services.map((name) => `${service} app-${name} < app`),
        ...services.map((name) => `${account} app-${name} < app`),
      ].sort(),
    );
  });

  it("creates Pods only once their account is there", async () => {
    const seen = await record(() => void new Coolstore("app", { namespace: "shop" }));
    assert.deepEqual(seen.the(deployment, "app-catalog-v1").dependencies, [
      `${account} app-catalog`,
    ]);
  });

  it("tells host and identity of each service that there is", async () => {
    let app: Coolstore | undefined;
    await record(() => {
      app = new Coolstore("app", { namespace: "shop", forum: false });
    });
    assert.ok(app);
    assert.deepEqual(await settled(app.hosts), {
      catalog: "catalog.shop.svc.cluster.local",
      webapp: "webapp.shop.svc.cluster.local",
    });
    assert.deepEqual(await settled(app.principals), {
      catalog: "cluster.local/ns/shop/sa/catalog",
      webapp: "cluster.local/ns/shop/sa/webapp",
    });
  });
});

describe("Httpbin", () => {
  it("is an account, a Service and a Deployment", async () => {
    const seen = await record(() => void new Httpbin("httpbin", { namespace: "shop" }));
    assert.deepEqual(seen.tree, [
      "istio-mesh:index:Httpbin httpbin",
      `${deployment} httpbin < httpbin`,
      `${service} httpbin < httpbin`,
      `${account} httpbin < httpbin`,
    ]);
    assert.deepEqual(seen.the(deployment).dependencies, [`${account} httpbin`]);
  });
});

describe("StandaloneEnvoy", () => {
  it("creates Pods only once their file and their account are there", async () => {
    const args = { namespace: "edge", upstream: "httpbin", upstreamPort: 8000 };
    const seen = await record(() => void new StandaloneEnvoy("proxy", args));
    assert.deepEqual(seen.tree, [
      "istio-mesh:index:StandaloneEnvoy proxy",
      `${deployment} proxy < proxy`,
      `${configMap} proxy < proxy`,
      `${service} proxy < proxy`,
      `${account} proxy < proxy`,
    ]);
    assert.deepEqual(seen.the(deployment).dependencies, [`${configMap} proxy`, `${account} proxy`]);
  });
});
