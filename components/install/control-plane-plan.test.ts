import assert from "node:assert/strict";
import type { ControlPlaneArgs } from "./control-plane-args";
import { controlPlanePlan } from "./control-plane-plan";

const plan = (args: Partial<ControlPlaneArgs> = {}) =>
  controlPlanePlan("istio", { profile: "sidecar", ...args });
const order = (args: Partial<ControlPlaneArgs>) =>
  plan(args).releases.map(({ chart, after }) => `${chart} after ${after.join(" ") || "nothing"}`);

describe("the order of installation", () => {
  it("is base, istiod for sidecars", () => {
    assert.deepEqual(order({}), ["base after nothing", "istiod after base"]);
  });

  it("puts the CNI plugin in front of istiod for sidecars", () => {
    assert.deepEqual(order({ cni: true }), [
      "base after nothing",
      "cni after base",
      "istiod after base cni",
    ]);
  });

  it("is definitions, istiod, CNI agent, ztunnel for ambient", () => {
    assert.deepEqual(order({ profile: "ambient" }), [
      "base after nothing",
      "istiod after base gatewayApi",
      "cni after istiod",
      "ztunnel after cni",
    ]);
  });

  it("does without the Gateway API when somebody else installs it", () => {
    const args = { profile: "ambient", gatewayApi: { install: false } } as const;
    assert.equal(plan(args).gatewayApiManifest, undefined);
    assert.equal(order(args)[1], "istiod after base");
  });
});

describe("the plan of a control plane", () => {
  it("names every release, so that no random suffix becomes part of an object's name", () => {
    assert.deepEqual(
      plan({ profile: "ambient" }).releases.map(({ release }) => release),
      ["istio-base", "istiod", "istio-cni", "ztunnel"],
    );
  });

  it("allows privileged Pods only where the node agents run", () => {
    const privileged = { "pod-security.kubernetes.io/enforce": "privileged" };
    assert.deepEqual(plan().namespaceLabels, {});
    assert.deepEqual(plan({ cni: true }).namespaceLabels, privileged);
    assert.deepEqual(plan({ profile: "ambient" }).namespaceLabels, privileged);
  });

  it("takes the Gateway API for sidecars only when asked to", () => {
    assert.equal(plan().gatewayApiManifest, undefined);
    assert.match(plan({ gatewayApi: { install: true } }).gatewayApiManifest ?? "", /v1\.6\.1/);
  });
});

describe("a control plane refuses", () => {
  const refused: [string, Partial<ControlPlaneArgs>, RegExp][] = [
    [
      "an unknown profile",
      { profile: "default" as "sidecar" },
      /profile: "default" is unknown; allowed: sidecar, ambient/,
    ],
    [
      "an unknown preset",
      { preset: "minimal" as "demo" },
      /preset: "minimal" is unknown; allowed: demo, preview, stable/,
    ],
    [
      "an unknown platform",
      { platform: "eks" as "gke" },
      /platform: "eks" is unknown; allowed: gke/,
    ],
    ["half a version", { version: "1.31" }, /version: "1.31" is not a version/],
    [
      "a second preset beside ambient",
      { profile: "ambient", preset: "demo" },
      /preset: "demo" cannot be joined with the ambient profile/,
    ],
    [
      "ambient without the CNI agent",
      { profile: "ambient", cni: false },
      /cni: false cannot work with the ambient profile/,
    ],
    [
      "values of a chart that is not installed",
      { values: { ztunnel: {} } },
      /values.ztunnel: is for a chart that is not installed here; installed: base, istiod/,
    ],
    [
      "a manifest that nobody installs",
      { gatewayApi: { manifest: "a.yaml" } },
      /gatewayApi.manifest: "a.yaml" would not be used/,
    ],
    [
      "a namespace that is no DNS label",
      { namespace: "Istio" },
      /namespace: "Istio" is not a DNS label/,
    ],
    [
      "a pod security label of its own",
      { labels: { "pod-security.kubernetes.io/enforce": "baseline" } },
      /labels\["pod-security.*is set by the component/,
    ],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }

  it("all of it at once", () => {
    assert.throws(
      () => plan({ version: "latest", namespace: "A", preset: "x" as "demo" }),
      /ControlPlane "istio": 3 arguments cannot work/,
    );
  });
});
