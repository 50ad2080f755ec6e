import assert from "node:assert/strict";
import { Profile } from "./profile";
import { releaseValues, type ValueChoices } from "./release-values";

const sidecar: ValueChoices = {
  profile: Profile.Sidecar,
  version: "1.31.1",
  namespace: "istio-system",
  cni: false,
};
const ambient: ValueChoices = { ...sidecar, profile: Profile.Ambient, cni: true };

const afterTemplates = {
  "config.kubernetes.io/depends-on": "/namespaces/istio-system/ConfigMap/istio-sidecar-injector",
};

/** What a chart receives: keys without a value are not sent. */
const sent = (...args: Parameters<typeof releaseValues>) =>
  JSON.parse(JSON.stringify(releaseValues(...args)));

describe("values of the control plane's charts", () => {
  it("name no profile for sidecars, since no preset is called so", () => {
    assert.deepEqual(sent("base", sidecar), {
      global: { istioNamespace: "istio-system" },
      base: { validationFailurePolicy: "Fail" },
    });
    assert.deepEqual(sent("istiod", sidecar), {
      global: { istioNamespace: "istio-system" },
      base: { validationFailurePolicy: "Fail" },
      deploymentAnnotations: afterTemplates,
    });
  });

  it("name the preset ambient for base, istiod and cni", () => {
    assert.equal(sent("base", ambient).profile, "ambient");
    assert.deepEqual(sent("istiod", ambient), {
      profile: "ambient",
      global: { istioNamespace: "istio-system" },
      base: { validationFailurePolicy: "Fail" },
      deploymentAnnotations: afterTemplates,
    });
    assert.deepEqual(sent("cni", ambient), { profile: "ambient" });
    assert.deepEqual(sent("ztunnel", ambient), { istioNamespace: "istio-system" });
  });

  it("start istiod after its injection templates, in its own namespace", () => {
    assert.deepEqual(sent("istiod", { ...sidecar, namespace: "mesh" }).deploymentAnnotations, {
      "config.kubernetes.io/depends-on": "/namespaces/mesh/ConfigMap/istio-sidecar-injector",
    });
  });

  it("pass a preset on to every chart that knows it", () => {
    const demo: ValueChoices = { ...sidecar, preset: "demo", cni: true };
    assert.deepEqual(
      (["base", "istiod", "cni"] as const).map((chart) => sent(chart, demo).profile),
      ["demo", "demo", "demo"],
    );
  });

  it("turn the CNI plugin on under pilot, where presets cannot undo it", () => {
    assert.deepEqual(sent("istiod", { ...sidecar, cni: true }).pilot, { cni: { enabled: true } });
    assert.equal(sent("istiod", ambient).pilot, undefined);
  });

  it("put platform, hub and tag under global", () => {
    const choices: ValueChoices = {
      ...ambient,
      platform: "k3s",
      hub: "example.com/istio",
      tag: "t",
    };
    const global = { platform: "k3s", hub: "example.com/istio", tag: "t" };
    assert.deepEqual(sent("istiod", choices).global, { ...global, istioNamespace: "istio-system" });
    assert.deepEqual(sent("cni", choices).global, global);
    assert.deepEqual(sent("ztunnel", choices).global, global);
    assert.deepEqual(sent("base", choices).global, {
      platform: "k3s",
      istioNamespace: "istio-system",
    });
  });

  it("name an image registry for 1.30 only, unless one is given", () => {
    assert.equal(sent("istiod", { ...sidecar, version: "1.30.5" }).global.hub, "docker.io/istio");
    assert.equal(sent("cni", { ...ambient, version: "1.30.5" }).global.hub, "docker.io/istio");
    assert.equal(sent("istiod", sidecar).global.hub, undefined);
    assert.equal(sent("istiod", { ...sidecar, version: "1.30.5", hub: "a/b" }).global.hub, "a/b");
  });

  it("lay the user's own over everything", () => {
    const own = { base: { validationFailurePolicy: "Ignore" }, pilot: { traceSampling: 0 } };
    const values = sent("istiod", { ...sidecar, cni: true }, own);
    assert.deepEqual(values.base, { validationFailurePolicy: "Ignore" });
    assert.deepEqual(values.pilot, { cni: { enabled: true }, traceSampling: 0 });
  });

  it("keep what the user left empty on purpose", () => {
    assert.deepEqual(sent("cni", ambient, { tolerations: [], affinity: {} }), {
      profile: "ambient",
      tolerations: [],
      affinity: {},
    });
  });

  it("hand mesh settings to istiod alone", () => {
    const choices = { ...sidecar, meshConfig: { accessLogFile: "/dev/stdout" } };
    assert.deepEqual(sent("istiod", choices).meshConfig, { accessLogFile: "/dev/stdout" });
    assert.equal(sent("base", choices).meshConfig, undefined);
  });
});
