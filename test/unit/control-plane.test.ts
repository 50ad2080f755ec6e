import assert from "node:assert/strict";
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { ControlPlane } from "../../components";
import versions from "../../versions.json";
import { record, settled } from "../support/record";

const chart = "kubernetes:helm.sh/v4:Chart";
const namespace = "kubernetes:core/v1:Namespace";
const file = "kubernetes:yaml/v2:ConfigFile";
const release = "kubernetes:helm.sh/v3:Release";
const webhook = "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration";
const serviceType = "kubernetes:core/v1:Service";

describe("ControlPlane", () => {
  it("is a namespace and two charts for sidecars", async () => {
    const seen = await record(() => void new ControlPlane("istio", { profile: "sidecar" }));
    assert.deepEqual(
      seen.tree,
      [
        "istio-mesh:index:ControlPlane istio",
        `${namespace} istio < istio`,
        `${chart} istio-base < istio`,
        `${chart} istio-istiod < istio`,
      ].sort(),
    );
  });

  it("is a namespace, the Gateway API and four charts for ambient", async () => {
    const seen = await record(() => void new ControlPlane("istio", { profile: "ambient" }));
    assert.deepEqual(
      seen.tree,
      [
        "istio-mesh:index:ControlPlane istio",
        `${namespace} istio < istio`,
        `${chart} istio-base < istio`,
        `${chart} istio-cni < istio`,
        `${chart} istio-istiod < istio`,
        `${chart} istio-ztunnel < istio`,
        `${file} istio-gateway-api < istio`,
      ].sort(),
    );
  });

  it("installs each chart after the ones that it needs", async () => {
    const seen = await record(() => void new ControlPlane("istio", { profile: "ambient" }));
    const needs = (name: string) => seen.the(chart, name).dependencies;
    const ns = `${namespace} istio`;
    assert.deepEqual(needs("istio-base"), [ns]);
    assert.deepEqual(needs("istio-istiod"), [
      ns,
      `${chart} istio-base`,
      `${file} istio-gateway-api`,
    ]);
    assert.deepEqual(needs("istio-cni"), [ns, `${chart} istio-istiod`]);
    assert.deepEqual(needs("istio-ztunnel"), [ns, `${chart} istio-cni`]);
  });

  it("names release, version, repository and namespace of each chart", async () => {
    const seen = await record(() => void new ControlPlane("istio", { profile: "sidecar" }));
    assert.deepEqual(seen.the(chart, "istio-istiod").inputs, {
      name: "istiod",
      chart: "istiod",
      version: versions.istio,
      namespace: "istio-system",
      repositoryOpts: { repo: "https://blob.istio.io/istio-release/charts" },
      values: {
        global: { istioNamespace: "istio-system" },
        base: { validationFailurePolicy: "Fail" },
        deploymentAnnotations: {
          "config.kubernetes.io/depends-on":
            "/namespaces/istio-system/ConfigMap/istio-sidecar-injector",
        },
      },
    });
  });

  it("tells the engine its arguments with the defaults filled in", async () => {
    const seen = await record(() => void new ControlPlane("istio", { profile: "sidecar" }));
    assert.deepEqual(seen.the("istio-mesh:index:ControlPlane").inputs, {
      profile: "sidecar",
      version: versions.istio,
      namespace: "istio-system",
      charts: { repository: "https://blob.istio.io/istio-release/charts" },
    });
  });

  it("hands values that are not known yet through to the chart", async () => {
    const seen = await record(() => {
      const values = { istiod: { pilot: { env: { A: pulumi.output("later") } } } };
      new ControlPlane("istio", { profile: "sidecar", values });
    });
    assert.deepEqual(seen.the(chart, "istio-istiod").inputs.values.pilot, { env: { A: "later" } });
  });

  it("makes what depends on it wait for istiod, ztunnel and the definitions", async () => {
    const seen = await record(() => {
      const controlPlane = new ControlPlane("istio", { profile: "ambient" });
      new k8s.core.v1.ConfigMap("after", {}, { dependsOn: [controlPlane] });
    });
    assert.deepEqual(
      seen.the("kubernetes:core/v1:ConfigMap").dependencies,
      [
        `${namespace} istio`,
        `${chart} istio-base`,
        `${chart} istio-cni`,
        `${chart} istio-istiod`,
        `${chart} istio-ztunnel`,
        `${file} istio-gateway-api`,
      ].sort(),
    );
  });

  it("tells where and what it is", async () => {
    let controlPlane: ControlPlane | undefined;
    await record(() => {
      controlPlane = new ControlPlane("istio", { profile: "ambient", namespace: "mesh" });
    });
    assert.ok(controlPlane);
    const { namespace: ns, revision, version, profile } = controlPlane;
    assert.deepEqual(await settled(pulumi.all([ns, revision, version, profile])), [
      "mesh",
      "default",
      versions.istio,
      "ambient",
    ]);
  });
});

describe("ControlPlane with revisions", () => {
  it("makes the revision the default by a tag that is no part of its release", async () => {
    const seen = await record(
      () => void new ControlPlane("istio", { profile: "sidecar", revision: "1-31-1" }),
    );
    assert.deepEqual(
      seen.tree,
      [
        "istio-mesh:index:ControlPlane istio",
        `${namespace} istio < istio`,
        `${chart} istio-base < istio`,
        `${chart} istio-istiod < istio`,
        `${serviceType} istio-default-tag < istio`,
        `${webhook} istio-default-tag < istio`,
      ].sort(),
    );
    assert.ok(seen.the(webhook).dependencies.includes(`${chart} istio-istiod`));
    assert.equal(seen.the(chart, "istio-istiod").inputs.name, "istiod-1-31-1");
    assert.equal(seen.the(chart, "istio-istiod").inputs.values.revision, "1-31-1");
  });

  it("adds one istiod to the shared parts, and nothing twice", async () => {
    const seen = await record(() => {
      const shared = new ControlPlane("istio", {
        profile: "sidecar",
        parts: "shared",
        defaultRevision: "1-30-5",
      });
      for (const revision of ["1-30-5", "1-31-1"]) {
        const args = { profile: "sidecar", parts: "istiod", revision } as const;
        new ControlPlane(`istiod-${revision}`, args, { dependsOn: [shared] });
      }
    });
    assert.deepEqual(
      seen.ofType(chart).map(({ inputs }) => inputs.name),
      ["istio-base", "istiod-1-30-5", "istiod-1-31-1"],
    );
    assert.equal(seen.ofType(namespace).length, 1);
    assert.equal(seen.ofType(webhook).length, 1);
  });

  it("moves the default by an update in place", async () => {
    const of = async (defaultRevision: string) => {
      const args = { profile: "sidecar", parts: "shared", defaultRevision } as const;
      return (await record(() => void new ControlPlane("istio", args))).the(webhook).inputs;
    };
    const [before, after] = [await of("1-30-5"), await of("1-31-1")];
    assert.equal(before.metadata.name, after.metadata.name);
    assert.equal(after.webhooks[0].clientConfig.service.name, "istiod-1-31-1");
  });

  it("tells the shared parts where the istiod is that validates", async () => {
    let host: pulumi.Output<string> | undefined;
    await record(() => {
      host = new ControlPlane("istio", { profile: "sidecar", revision: "a" }).istiodHost;
    });
    assert.ok(host);
    assert.equal(await settled(host), "istiod-a.istio-system.svc.cluster.local");
  });
});

describe("ControlPlane by Helm", () => {
  it("is one release for each chart, which is given time", async () => {
    const seen = await record(
      () => void new ControlPlane("istio", { profile: "ambient", installer: "release" }),
    );
    assert.deepEqual(seen.ofType(chart), []);
    assert.deepEqual(
      seen.ofType(release).map(({ inputs }) => [inputs.name, inputs.timeout]),
      [
        ["istio-base", 600],
        ["istiod", 600],
        ["istio-cni", 600],
        ["ztunnel", 600],
      ],
    );
    assert.deepEqual(seen.the(release, "istio-ztunnel").dependencies, [
      `${namespace} istio`,
      `${release} istio-cni`,
    ]);
  });

  it("has the values that Pulumi would render", async () => {
    const valuesOf = async (installer: "chart" | "release", type: string) => {
      const args = { profile: "ambient", size: "small", installer } as const;
      const seen = await record(() => void new ControlPlane("istio", args));
      return seen.the(type, "istio-istiod").inputs.values;
    };
    assert.deepEqual(await valuesOf("release", release), await valuesOf("chart", chart));
  });
});

describe("a control plane that expects the Gateway API", () => {
  it("creates no definitions, and looks for one", async () => {
    const args = { profile: "ambient", gatewayApi: { mode: "expect" } } as const;
    const seen = await record(() => void new ControlPlane("istio", args));
    assert.deepEqual(seen.ofType(file), []);
    const definition = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";
    assert.deepEqual(
      seen.the(chart, "istio-istiod").dependencies.filter((one) => one.startsWith(definition)),
      [`${definition} istio-gateway-api`],
    );
  });
});
