import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { ServiceFact } from "../program/facts/service-facts";
import type { Part } from "../program/part";
import { bookinfoPlan } from "./bookinfo/bookinfo-plan";
import { coolstorePlan } from "./coolstore/coolstore-plan";
import { httpbinPlan } from "./httpbin/httpbin-plan";
import { standaloneEnvoyPlan } from "./standalone-envoy/standalone-envoy-plan";

const claimsOf = ({ part }: { part: Part }) =>
  (part.claims ?? []).map(({ what, key }) => `${what} ${key.join("/")}`);

const servicesOf = ({ part }: { part: Part }) =>
  (part.facts ?? [])
    .filter(({ topic }) => topic === "service")
    .map(({ key, value }) => {
      const { ports, portsArriveLater, selector } = value as ServiceFact;
      return [key.join("/"), ports, selector, portsArriveLater ?? false];
    });

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
      ["shop/webapp", [{ name: "http", port: 80, targetPort: 8080 }], { app: "webapp" }, false],
      ["shop/catalog", [{ name: "http", port: 80, targetPort: 3000 }], { app: "catalog" }, false],
    ]);
  });

  it("a port of which half arrives later is not told as a whole one", () => {
    const args = { namespace: "shop", containerPort: pulumi.output(8081) };
    assert.deepEqual(servicesOf(httpbinPlan("web", args)), [
      ["shop/web", [], { app: "web" }, true],
    ]);
  });

  it("says how many Pods each Deployment has", () => {
    const { part } = httpbinPlan("web", { namespace: "shop", replicas: 4 });
    const [found] = (part.facts ?? []).filter(({ topic }) => topic === "workload");
    assert.deepEqual(found?.key, ["shop", "web"]);
    assert.deepEqual(found?.value, {
      namespace: "shop",
      labels: { app: "web", version: "v1" },
      replicas: 4,
    });
  });
});
