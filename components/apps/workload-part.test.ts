import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { bookinfoPlan } from "./bookinfo/bookinfo-plan";
import { coolstorePlan } from "./coolstore/coolstore-plan";
import { httpbinPlan } from "./httpbin/httpbin-plan";
import { standaloneEnvoyPlan } from "./standalone-envoy/standalone-envoy-plan";

const claimsOf = ({ part }: { part: ReturnType<typeof httpbinPlan>["part"] }) =>
  (part.claims ?? []).map(({ what, key }) => `${what} ${key.join("/")}`);

const servicesOf = ({ part }: { part: ReturnType<typeof httpbinPlan>["part"] }) =>
  (part.facts ?? []).map(({ topic, key, value }) => [topic, key.join("/"), value]);

describe("what an application says to its program", () => {
  it("each of its objects is its own", () => {
    const args = { namespace: "shop", reviews: ["v1", "v3"] as ("v1" | "v3")[] };
    assert.deepEqual(claimsOf(bookinfoPlan("x", args)), [
      "Service shop/details",
      "ServiceAccount shop/bookinfo-details",
      "Deployment shop/details-v1",
      "Service shop/ratings",
      "ServiceAccount shop/bookinfo-ratings",
      "Deployment shop/ratings-v1",
      "Service shop/reviews",
      "ServiceAccount shop/bookinfo-reviews",
      "Deployment shop/reviews-v1",
      "Deployment shop/reviews-v3",
      "Service shop/productpage",
      "ServiceAccount shop/bookinfo-productpage",
      "Deployment shop/productpage-v1",
    ]);
  });

  it("the file of a proxy is its own too", () => {
    const args = { namespace: "edge", name: "proxy", upstream: "web", upstreamPort: 80 };
    assert.ok(claimsOf(standaloneEnvoyPlan("x", args)).includes("ConfigMap edge/proxy"));
  });

  it("its Services have ports by name, and where the containers listen", () => {
    assert.deepEqual(servicesOf(coolstorePlan("x", { namespace: "shop", forum: false })), [
      [
        "service",
        "shop/webapp",
        { ports: [{ name: "http", port: 80, targetPort: 8080 }], selector: { app: "webapp" } },
      ],
      [
        "service",
        "shop/catalog",
        { ports: [{ name: "http", port: 80, targetPort: 3000 }], selector: { app: "catalog" } },
      ],
    ]);
  });

  it("a port of which half arrives later is not told as a whole one", () => {
    const args = { namespace: "shop", containerPort: pulumi.output(8081) };
    assert.deepEqual(servicesOf(httpbinPlan("web", args)), [
      ["service", "shop/web", { ports: [], portsArriveLater: true, selector: { app: "web" } }],
    ]);
  });
});
