import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { PolicyReach } from "../program/facts/policy-facts";
import type { Meeting } from "../program/labels";
import { inWords, isMeshWide, meeting, reachOf } from "./policy-reach";

const root = "istio-system";
const shop = (labels?: PolicyReach["labels"]): PolicyReach => ({
  namespace: "shop",
  ...(labels !== undefined && { labels }),
});
const mesh = (labels?: PolicyReach["labels"]): PolicyReach => ({
  ...shop(labels),
  namespace: root,
});
const target = (kind: string, name = "web", namespace = "shop"): PolicyReach => ({
  namespace,
  targets: [{ kind, name }],
});

describe("where a policy holds", () => {
  it("is what is known of it while the program runs", () => {
    assert.deepEqual(
      reachOf({ namespace: "shop", selector: { app: "web" } }),
      shop({ app: "web" }),
    );
    assert.deepEqual(reachOf({ namespace: pulumi.output("shop") }), {});
    assert.deepEqual(
      reachOf({ namespace: "shop", selector: { app: pulumi.output("web") } }),
      shop("later"),
    );
    assert.deepEqual(
      reachOf({ namespace: "shop", targets: [{ kind: "Service", name: pulumi.output("web") }] }),
      { namespace: "shop", targets: [{ kind: "Service" }] },
    );
  });

  it("is the whole mesh without a selector in the control plane's namespace", () => {
    assert.equal(isMeshWide(mesh(), root), true);
    assert.equal(isMeshWide(mesh({ app: "web" }), root), false);
    assert.equal(isMeshWide(shop(), root), false);
    assert.equal(isMeshWide(target("GatewayClass", "istio-waypoint", root), root), false);
  });

  it("in words", () => {
    assert.equal(inWords(mesh(), root), "the whole mesh");
    assert.equal(inWords(shop(), root), "all of shop");
    assert.equal(inWords(shop({ app: "web", tier: "a" }), root), "app=web,tier=a in shop");
    assert.equal(inWords(target("Service"), root), "Service web in shop");
  });

  const rows: [PolicyReach, PolicyReach, Meeting][] = [
    [shop(), shop(), "surely"],
    [shop(), { namespace: "bank" }, "never"],
    [shop(), shop({ app: "web" }), "surely"],
    [shop({ app: "web" }), shop({ app: "web", version: "v1" }), "surely"],
    [shop({ app: "web" }), shop({ app: "api" }), "never"],
    [shop({ app: "web" }), shop({ tier: "front" }), "perhaps"],
    [shop({ app: "web" }), shop("later"), "perhaps"],
    [shop(), {}, "never"],
    [mesh(), shop({ app: "web" }), "surely"],
    [mesh({ app: "web" }), shop({ app: "web", version: "v1" }), "surely"],
    [mesh({ istio: "ingressgateway" }), shop(), "perhaps"],
    [mesh({ app: "web" }), shop({ app: "api" }), "never"],
    [target("Service"), target("Service"), "surely"],
    [target("Service"), target("Service", "web", "bank"), "never"],
    [target("Service"), target("Service", "api"), "never"],
    [target("Service"), target("Gateway", "waypoint"), "perhaps"],
    [target("Service"), target("GatewayClass", "istio-waypoint", root), "surely"],
    [target("Gateway"), target("GatewayClass", "istio-waypoint", root), "perhaps"],
    [target("Service"), shop(), "never"],
    [target("Gateway"), shop(), "perhaps"],
    [target("Gateway"), shop({ app: "web" }), "never"],
  ];
  for (const [a, b, expected] of rows) {
    it(`${inWords(a, root)} and ${inWords(b, root)} ${expected} have a workload in common`, () => {
      assert.equal(meeting(a, b, root), expected);
      assert.equal(meeting(b, a, root), expected);
    });
  }
});
