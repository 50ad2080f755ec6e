import assert from "node:assert/strict";
import { type Fields, releaseArgs } from "../support/cert-manager-plugin/release-args";

const repositoryOpts = { repo: "https://charts.jetstack.io" };

const cases: [string, Fields, Fields][] = [
  [
    "fills in the chart and its repository",
    {},
    { chart: "cert-manager", repositoryOpts, values: {} },
  ],
  [
    "keeps another repository and chart",
    { helmOptions: { chart: "cm", repositoryOpts: { repo: "http://charts.lab" } } },
    { chart: "cm", repositoryOpts: { repo: "http://charts.lab" }, values: {} },
  ],
  [
    "fills the repository in beside a folder too",
    { helmOptions: { chart: "/charts/cert-manager" } },
    { chart: "/charts/cert-manager", repositoryOpts, values: {} },
  ],
  [
    "takes an empty repository as none",
    { helmOptions: { chart: "/charts/cert-manager", repositoryOpts: { repo: "" } } },
    { chart: "/charts/cert-manager", repositoryOpts: { repo: "" }, values: {} },
  ],
  [
    "keeps options and values that it has no argument for",
    { helmOptions: { namespace: "cm", timeout: 60, values: { crds: { enabled: true } } } },
    {
      chart: "cert-manager",
      repositoryOpts,
      namespace: "cm",
      timeout: 60,
      values: { crds: { enabled: true } },
    },
  ],
  [
    "takes its own argument before a value of the same name",
    { replicaCount: 2, helmOptions: { values: { replicaCount: 3 } } },
    { chart: "cert-manager", repositoryOpts, values: { replicaCount: 2 } },
  ],
  [
    "drops a value for whose argument nothing was given",
    { helmOptions: { values: { global: { logLevel: 4 }, crds: { enabled: true } } } },
    { chart: "cert-manager", repositoryOpts, values: { crds: { enabled: true } } },
  ],
  [
    "drops files with values",
    { helmOptions: { valueYamlFiles: ["values.yaml"] } },
    { chart: "cert-manager", repositoryOpts, values: {} },
  ],
];

describe("the stand-in for the plugin of @pulumi/kubernetes-cert-manager", () => {
  for (const [what, inputs, expected] of cases) {
    it(what, () => {
      assert.deepEqual(releaseArgs(inputs), expected);
    });
  }

  it("leaves its inputs as they were", () => {
    const inputs = { helmOptions: { values: { global: {} } } };
    releaseArgs(inputs);
    assert.deepEqual(inputs, { helmOptions: { values: { global: {} } } });
  });
});
