import assert from "node:assert/strict";
import { Profile } from "./profile";
import { releaseValues, type ValueChoices } from "./release-values";

const sidecar: ValueChoices = {
  profile: Profile.Sidecar,
  version: "1.31.1",
  namespace: "istio-system",
  cni: false,
};
const ambient: ValueChoices = { ...sidecar, profile: Profile.Ambient };

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

  it("name the preset ambient for all charts", () => {
    assert.equal(sent("base", ambient).profile, "ambient");
    assert.deepEqual(sent("istiod", ambient), {
      profile: "ambient",
      global: { istioNamespace: "istio-system" },
      base: { validationFailurePolicy: "Fail" },
      deploymentAnnotations: afterTemplates,
    });
    assert.deepEqual(sent("cni", ambient), { profile: "ambient" });
    assert.deepEqual(sent("ztunnel", ambient), {
      profile: "ambient",
      istioNamespace: "istio-system",
    });
  });

  it("name istiod's revision and tags, and the revision that ztunnel and the validator use", () => {
    const revised: ValueChoices = {
      ...ambient,
      revision: "1-31-1",
      revisionTags: ["stable"],
      defaultRevision: "1-30-5",
    };
    assert.equal(sent("istiod", revised).revision, "1-31-1");
    assert.deepEqual(sent("istiod", revised).revisionTags, ["stable"]);
    assert.equal(
      sent("istiod", revised).deploymentAnnotations["config.kubernetes.io/depends-on"],
      "/namespaces/istio-system/ConfigMap/istio-sidecar-injector-1-31-1",
    );
    assert.equal(sent("base", revised).defaultRevision, "1-30-5");
    assert.equal(sent("ztunnel", revised).revision, "1-30-5");
    assert.equal(sent("ztunnel", { ...ambient, defaultRevision: "default" }).revision, undefined);
    assert.equal(
      sent("base", { ...ambient, defaultRevision: "default" }).defaultRevision,
      undefined,
    );
  });

  it("ask for little on a small cluster", () => {
    const small: ValueChoices = { ...ambient, size: "small" };
    assert.deepEqual(sent("istiod", small).pilot, {
      autoscaleEnabled: false,
      resources: { requests: { cpu: "50m", memory: "256Mi" } },
    });
    const proxy = { resources: { requests: { cpu: "10m", memory: "40Mi" } } };
    assert.deepEqual(sent("istiod", small).global.proxy, proxy);
    assert.deepEqual(sent("istiod", small).global.waypoint, proxy);
    const agent = { requests: { cpu: "10m", memory: "64Mi" } };
    assert.deepEqual(sent("cni", small).cni, { resources: agent });
    assert.deepEqual(sent("ztunnel", small).resources, agent);
    assert.deepEqual(sent("istiod", { ...ambient, size: "standard" }), sent("istiod", ambient));
  });

  it("name the CNI folder of GKE, which the chart would look up in the cluster", () => {
    const gke: ValueChoices = { ...ambient, platform: "gke" };
    assert.deepEqual(sent("cni", gke).cni, { cniBinDir: "/home/kubernetes/bin" });
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
    assert.deepEqual(sent("istiod", { ...ambient, cni: true }).pilot, { cni: { enabled: true } });
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
      cni: { tolerations: [], affinity: {} },
    });
  });

  it("lay the user's own over what presets and platforms write under the chart's scope", () => {
    const k3s: ValueChoices = { ...ambient, platform: "k3s" };
    assert.deepEqual(sent("cni", k3s, { cniBinDir: "/opt/own", cni: { chained: false } }).cni, {
      cniBinDir: "/opt/own",
      chained: false,
    });
    const own = {
      traceSampling: 5,
      env: { A: "1" },
      pilot: { env: { A: "2" } },
      global: { tag: "x" },
    };
    const values = sent(
      "istiod",
      { ...sidecar, size: "small" },
      { ...own, autoscaleEnabled: true },
    );
    assert.deepEqual(values.pilot, {
      autoscaleEnabled: true,
      resources: { requests: { cpu: "50m", memory: "256Mi" } },
      traceSampling: 5,
      env: { A: "2" },
    });
    assert.equal(values.global.tag, "x");
    assert.equal(values.traceSampling, undefined);
  });

  it("say once who pulls images, in the words of each chart", () => {
    const choices: ValueChoices = { ...ambient, imagePullSecrets: ["pull"] };
    for (const chart of ["base", "istiod", "cni"] as const) {
      assert.deepEqual(sent(chart, choices).global.imagePullSecrets, ["pull"], chart);
    }
    assert.deepEqual(sent("ztunnel", choices).imagePullSecrets, ["pull"]);
  });

  it("name mesh, cluster and network where istiod and ztunnel read them", () => {
    const choices: ValueChoices = {
      ...ambient,
      meshId: "mesh1",
      clusterName: "one",
      network: "network1",
      clusterDomain: "corp.example",
    };
    const { global } = sent("istiod", choices);
    assert.deepEqual(
      [global.meshID, global.multiCluster, global.network, global.proxy],
      ["mesh1", { clusterName: "one" }, "network1", { clusterDomain: "corp.example" }],
    );
    const { network, multiCluster } = sent("ztunnel", choices);
    assert.deepEqual([network, multiCluster], ["network1", { clusterName: "one" }]);
  });

  it("scale istiod, also on a small cluster", () => {
    const small: ValueChoices = { ...sidecar, size: "small" };
    const pilot = (more: Partial<ValueChoices>) => {
      const { resources: _, ...rest } = sent("istiod", { ...small, ...more }).pilot;
      return rest;
    };
    assert.deepEqual(pilot({}), { autoscaleEnabled: false });
    assert.deepEqual(pilot({ replicas: 3, podDisruptionBudget: { maxUnavailable: 1 } }), {
      autoscaleEnabled: false,
      replicaCount: 3,
      pdb: { maxUnavailable: 1 },
    });
    assert.deepEqual(pilot({ autoscaling: { min: 6, max: 9, cpu: 70 } }), {
      autoscaleEnabled: true,
      autoscaleMin: 6,
      autoscaleMax: 9,
      cpu: { targetAverageUtilization: 70 },
    });
  });

  it("start istiod anew after its settings when proxies read one of them only once", () => {
    const proxies = (numTrustedProxies: number): ValueChoices => ({
      ...sidecar,
      meshConfig: { defaultConfig: { gatewayTopology: { numTrustedProxies } } },
    });
    const one = sent("istiod", proxies(1));
    assert.match(one.podAnnotations["istio-mesh/proxy-settings"], /^[0-9a-f]{16}$/);
    assert.deepEqual(sent("istiod", proxies(1)), one);
    assert.notDeepEqual(sent("istiod", proxies(2)).podAnnotations, one.podAnnotations);
    assert.equal(
      one.deploymentAnnotations["config.kubernetes.io/depends-on"],
      "/namespaces/istio-system/ConfigMap/istio-sidecar-injector,/namespaces/istio-system/ConfigMap/istio",
    );
    const live = { ...sidecar, meshConfig: { accessLogFile: "/dev/stdout" } };
    assert.equal(sent("istiod", live).podAnnotations, undefined);
  });

  it("hand mesh settings to istiod alone", () => {
    const choices = { ...sidecar, meshConfig: { accessLogFile: "/dev/stdout" } };
    assert.deepEqual(sent("istiod", choices).meshConfig, { accessLogFile: "/dev/stdout" });
    assert.equal(sent("base", choices).meshConfig, undefined);
  });
});
