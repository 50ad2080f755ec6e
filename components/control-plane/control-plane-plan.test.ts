import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { settled } from "../../test/support/record";
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
    const args = { profile: "ambient", gatewayApi: { mode: "skip" } } as const;
    assert.equal(plan(args).gatewayApiManifest, undefined);
    assert.equal(order(args)[1], "istiod after base");
  });
});

describe("the parts of an installation", () => {
  it("are one istiod of a revision, without what it shares with others", () => {
    const part = plan({ parts: "istiod", profile: "ambient", revision: "1-31-1" });
    assert.deepEqual(
      part.releases.map(({ release, after }) => [release, after]),
      [["istiod-1-31-1", []]],
    );
    assert.equal(part.createNamespace, false);
    assert.equal(part.gatewayApiManifest, undefined);
    assert.equal(part.defaultTag, undefined);
    assert.equal(part.istiodService, "istiod-1-31-1");
  });

  it("are everything but istiod, where ztunnel is not waited for, since it waits for istiod", () => {
    const part = plan({ parts: "shared", profile: "ambient", defaultRevision: "1-31-1" });
    assert.deepEqual(
      part.releases.map(({ chart, after, skipAwait }) => [chart, after, skipAwait]),
      [
        ["base", [], false],
        ["cni", ["base"], false],
        ["ztunnel", ["cni"], true],
      ],
    );
    assert.equal(part.releases[2]?.values.revision, "1-31-1");
    assert.equal(part.revision, "1-31-1");
    assert.ok(part.gatewayApiManifest);
  });

  it("wait for ztunnel where istiod is among them", () => {
    assert.deepEqual(
      plan({ profile: "ambient" }).releases.map(({ skipAwait }) => skipAwait),
      [false, false, false, false],
    );
  });
});

describe("a revision", () => {
  const revised = (args: Partial<ControlPlaneArgs> = {}) => plan({ revision: "1-31-1", ...args });

  it("is in the name of istiod's release alone", () => {
    assert.deepEqual(
      revised({ profile: "ambient" }).releases.map(({ release }) => release),
      ["istio-base", "istiod-1-31-1", "istio-cni", "ztunnel"],
    );
  });

  it("validates by default, and injects by default by a tag outside its release", () => {
    const { releases, defaultTag } = revised();
    assert.equal(releases[0]?.values.defaultRevision, "1-31-1");
    assert.ok(defaultTag);
    assert.equal((defaultTag.webhook.webhooks as unknown[]).length, 4);
    const { name } = defaultTag.webhook.metadata as { name: string };
    assert.equal(name, "istio-revision-tag-default");
  });

  it("leaves both to another one when that is said", () => {
    const { releases, defaultTag } = revised({ defaultRevision: "1-30-5" });
    assert.equal(releases[0]?.values.defaultRevision, "1-30-5");
    assert.ok(defaultTag);
    const { labels } = defaultTag.webhook.metadata as { labels: Record<string, string> };
    assert.equal(labels["istio.io/rev"], "1-30-5");
  });

  it("is not needed for an istiod that injects by default by itself", () => {
    assert.equal(plan().defaultTag, undefined);
    assert.equal(plan({ parts: "shared" }).defaultTag, undefined);
    assert.equal(plan().releases[0]?.values.defaultRevision, undefined);
  });
});

describe("the plan of a control plane", () => {
  it("lays values that arrive later over what it sets itself, and keeps them secret", async () => {
    const own = pulumi.secret({ pilot: { traceSampling: 5 } });
    const { releases } = plan({ profile: "ambient", revision: "a", values: { istiod: own } });
    const istiod = pulumi.output(releases[1]?.values);
    const { profile, revision, pilot } = (await settled(istiod)) ?? {};
    assert.deepEqual([profile, revision, pilot.traceSampling], ["ambient", "a", 5]);
    assert.equal(await pulumi.isSecret(istiod), true);
  });

  it("puts the agents where OpenShift lets them run, and lets istiod trust them there", () => {
    const { releases, namespaceLabels } = plan({ profile: "ambient", platform: "openshift" });
    assert.deepEqual(
      releases.map(({ chart, namespace }) => [chart, namespace]),
      [
        ["base", "istio-system"],
        ["istiod", "istio-system"],
        ["cni", "kube-system"],
        ["ztunnel", "kube-system"],
      ],
    );
    assert.equal(releases[1]?.values.pilot.trustedZtunnelNamespace, "kube-system");
    assert.deepEqual(namespaceLabels, {});
  });

  it("takes another namespace for the agents", () => {
    const { releases } = plan({ cni: true, agentNamespace: "istio-cni" });
    assert.deepEqual(
      releases.map(({ chart, namespace }) => [chart, namespace]),
      [
        ["base", "istio-system"],
        ["cni", "istio-cni"],
        ["istiod", "istio-system"],
      ],
    );
    assert.deepEqual(releases[2]?.values.pilot, { cni: { enabled: true } });
  });

  it("labels the namespace with a level on request, and hardens istiod for the strictest", () => {
    const { namespaceLabels, releases } = plan({ podSecurity: "restricted" });
    assert.deepEqual(namespaceLabels, { "pod-security.kubernetes.io/enforce": "restricted" });
    assert.deepEqual(releases[1]?.values.seccompProfile, { type: "RuntimeDefault" });
    assert.deepEqual(plan({ profile: "ambient", podSecurity: "none" }).namespaceLabels, {});
  });

  it("installs every chart the way that was chosen", () => {
    for (const installer of ["chart", "release"] as const) {
      assert.deepEqual(
        plan({ installer }).releases.map((one) => one.installer),
        [installer, installer],
      );
    }
  });

  it("expects the Gateway API without a manifest", () => {
    const expecting = plan({ profile: "ambient", gatewayApi: { mode: "expect" } });
    assert.equal(expecting.gatewayApiManifest, undefined);
    assert.equal(expecting.expectsGatewayApi, true);
    assert.deepEqual(expecting.releases[1]?.after, ["base", "gatewayApi"]);
    assert.equal(plan().expectsGatewayApi, false);
  });

  it("says where policies of the whole mesh go, and whose identities there are", () => {
    const meshConfig = { rootNamespace: "policies", trustDomain: "example.org" };
    const { rootNamespace, trustDomain } = plan({ meshConfig });
    assert.deepEqual([rootNamespace, trustDomain], ["policies", "example.org"]);
    assert.deepEqual([plan().rootNamespace, plan().trustDomain], ["istio-system", "cluster.local"]);
  });

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
    assert.match(plan({ gatewayApi: { mode: "install" } }).gatewayApiManifest ?? "", /v1\.6\.1/);
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
      /preset: "minimal" is unknown; allowed: demo, preview, stable, remote/,
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
      "a manifest of definitions that are expected",
      { profile: "ambient", gatewayApi: { mode: "expect", manifest: "a.yaml" } },
      /gatewayApi.manifest: "a.yaml" would not be used; set gatewayApi.mode to "install"/,
    ],
    [
      "an unknown way to the Gateway API",
      { gatewayApi: { mode: "expected" as "expect" } },
      /gatewayApi.mode: "expected" is unknown; allowed: install, expect, skip; did you mean "expect"/,
    ],
    [
      "a revision with dots",
      { revision: "1.31.1" },
      /revision: "1.31.1" is not a DNS label.*did you mean "1-31-1"/,
    ],
    [
      "a revision that is none",
      { revision: "default" },
      /revision: "default" is how Istio calls an istiod without a revision/,
    ],
    [
      "the tag default of an istiod without a revision",
      { revisionTags: ["default"] },
      /revisionTags\[0\]: "default" cannot be a tag.*IST0139/,
    ],
    [
      "the tag default of an istiod with one",
      { revision: "a", revisionTags: ["default"] },
      /revisionTags\[0\]: "default" is set by defaultRevision; write defaultRevision: "a"/,
    ],
    [
      "a tag that is the revision",
      { revision: "a", revisionTags: ["b", "a"] },
      /revisionTags\[1\]: "a" is the revision itself/,
    ],
    ["a tag twice", { revisionTags: ["a", "a"] }, /revisionTags\[1\]: "a" is listed twice/],
    [
      "another default beside an istiod that injects by default",
      { defaultRevision: "a" },
      /defaultRevision: "a" would inject by default beside.*IST0139/,
    ],
    [
      "a default revision of one istiod among several",
      { parts: "istiod", revision: "a", defaultRevision: "a" },
      /defaultRevision: "a" is decided where the shared parts are/,
    ],
    [
      "a revision without an istiod",
      { parts: "shared", revision: "a" },
      /revision: "a" is for an istiod, and the shared parts have none/,
    ],
    [
      "a registry with its scheme",
      { hub: "https://registry.example.com/istio/", tag: "" },
      /hub: "https:.*write "registry\.example\.com\/istio"\n.*tag: "" is not a tag of images/,
    ],
    [
      "a namespace for agents that are not installed",
      { agentNamespace: "kube-system" },
      /agentNamespace: "kube-system" is for the CNI agent and ztunnel, and neither is installed/,
    ],
    [
      "a default provider that nobody declares",
      { meshConfig: { defaultProviders: { tracing: ["otel"] } } },
      /meshConfig\.defaultProviders\.tracing\[0\]: "otel" is no extension provider/,
    ],
    [
      "mesh settings without an istiod",
      { parts: "shared", meshConfig: {} },
      /meshConfig: is read by istiod, which the part "shared" does not install/,
    ],
    [
      "mesh settings that Istio does not know",
      { meshConfig: { accesLogFile: "a" } as object },
      /meshConfig.accesLogFile: .*did you mean "accessLogFile"/,
    ],
    [
      "values of shared charts beside one istiod",
      { parts: "istiod", values: { base: {} } },
      /values.base: is for a chart that is not installed here; installed: istiod/,
    ],
    [
      "to install the Gateway API beside one istiod",
      { parts: "istiod", gatewayApi: { mode: "install" } },
      /gatewayApi.mode: "install" is for the shared parts/,
    ],
    [
      "a level that its agents break",
      { cni: true, podSecurity: "baseline" },
      /podSecurity: "baseline" refuses the CNI agent and ztunnel/,
    ],
    [
      "a level of somebody else's namespace",
      { createNamespace: false, podSecurity: "baseline" },
      /podSecurity: "baseline" is a label of the namespace, which is not created here/,
    ],
    [
      "labels for objects that Helm creates",
      { installer: "release", labels: { team: "a" } },
      /labels: \["team"\] cannot reach objects that Helm creates; use installer "chart"/,
    ],
    [
      "an unknown size",
      { size: "tiny" as "small" },
      /size: "tiny" is unknown; allowed: standard, small/,
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
