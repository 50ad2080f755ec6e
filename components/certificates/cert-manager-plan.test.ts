import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import versions from "../../versions.json";
import type { CertManagerArgs } from "./cert-manager-args";
import { certManagerPlan, withValues } from "./cert-manager-plan";

const plan = (args: CertManagerArgs = {}) => certManagerPlan("cm", args);
const values = (args: CertManagerArgs) => plan(args).values;

describe("the plan of cert-manager", () => {
  it("is a pinned release with a name of its own, and its definitions", () => {
    assert.deepEqual(plan().remote, {
      helmOptions: {
        chart: "cert-manager",
        version: `v${versions.certManager}`,
        repositoryOpts: { repo: "https://charts.jetstack.io" },
        name: "cert-manager",
        namespace: "cert-manager",
        createNamespace: false,
        timeout: 600,
        values: { crds: { enabled: true, keep: true } },
      },
    });
  });

  it("takes the chart from a registry or a folder", () => {
    const oci = plan({ charts: { oci: "oci://quay.io/jetstack/charts" } }).remote.helmOptions;
    assert.equal(oci?.chart, "oci://quay.io/jetstack/charts/cert-manager");
    const folder = plan({ charts: { path: "./charts" } }).remote.helmOptions;
    assert.equal(folder?.chart, "./charts/cert-manager");
    assert.equal(folder?.version, undefined);
    assert.deepEqual(folder?.repositoryOpts, { repo: "" });
  });

  it("leaves the definitions to somebody else, and learns the Gateway API, on request", () => {
    assert.deepEqual(values({ crds: false, gatewayApi: true }), {
      crds: { enabled: false, keep: true },
      config: { enableGatewayAPI: true },
    });
  });

  it("joins own values key by key", () => {
    assert.deepEqual(values({ values: { crds: { keep: false }, maxConcurrentChallenges: 5 } }), {
      crds: { enabled: true, keep: false },
      maxConcurrentChallenges: 5,
    });
  });

  it("gives all values to the release itself", async () => {
    const given = values({ values: { webhook: { timeoutSeconds: 5 } }, labels: { team: "mesh" } });
    const all = {
      crds: { enabled: true, keep: true },
      global: { commonLabels: { team: "mesh" } },
      webhook: { timeoutSeconds: 5 },
    };
    assert.deepEqual(given, all);
    const release = { type: "kubernetes:helm.sh/v3:Release", props: { chart: "x" }, opts: {} };
    const result = await withValues(given)(release as unknown as pulumi.ResourceTransformArgs);
    assert.deepEqual(result?.props, { chart: "x", values: all });
  });

  it("needs no transform for what it sets itself, so that a program's tests need no engine", () => {
    assert.equal(plan().past, false);
    assert.equal(plan({ values: { config: {} } }).past, true);
    assert.equal(plan({ values: pulumi.output({ config: {} }) }).past, true);
  });

  it("hands no value to Pulumi's component that is secret or comes from another resource", () => {
    for (const given of [{ config: pulumi.secret({}) }, pulumi.output({ config: {} })]) {
      const { remote, values } = plan({ values: given });
      assert.equal(remote.helmOptions?.values, undefined);
      assert.ok(values !== undefined);
    }
  });

  it("leaves other resources alone", async () => {
    const other = { type: "kubernetes:core/v1:Secret", props: {}, opts: {} };
    assert.equal(await withValues({})(other as unknown as pulumi.ResourceTransformArgs), undefined);
  });
});

describe("cert-manager refuses", () => {
  const refused: [string, CertManagerArgs, RegExp][] = [
    ["a version that is none", { version: "latest" }, /version: "latest" is no version/],
    ["a version that is too old", { version: "v1.12.3" }, /version: "v1.12.3" is too old/],
    ["a release name with dots", { releaseName: "a.b" }, /releaseName: "a.b" is not a DNS label/],
    ["no time at all", { timeout: 0 }, /timeout: 0 is not a whole number of at least 1/],
    [
      "two sources",
      { charts: { path: "./a", oci: "oci://a/b" } },
      /charts: oci "oci:\/\/a\/b" and path ".\/a" are set; set exactly one of/,
    ],
    ["the old value", { values: { installCRDs: true } }, /values.installCRDs: is the old name/],
  ];
  for (const [what, args, message] of refused) {
    it(what, () => {
      assert.throws(() => plan(args), message);
    });
  }
});
