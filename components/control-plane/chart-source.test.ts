import assert from "node:assert/strict";
import { ArgumentCheck } from "../../arguments/argument-check";
import { type ChartSource, chartReference, checkChartSource } from "./chart-source";

function problemsOf(source: ChartSource): string {
  const check = new ArgumentCheck("ControlPlane", "istio");
  checkChartSource(check, source);
  try {
    check.done();
    return "";
  } catch (error) {
    return (error as Error).message.split("\n").slice(1).join("\n");
  }
}

describe("a chart source", () => {
  for (const source of [
    { repository: "https://blob.istio.io/istio-release/charts" },
    { repository: "http://127.0.0.1:8080" },
    { oci: "oci://ghcr.io/istio/release/charts" },
    { path: "./charts" },
    { path: "/srv/charts" },
  ]) {
    it(`may be ${JSON.stringify(source)}`, () => {
      assert.equal(problemsOf(source), "");
    });
  }

  for (const [source, message] of [
    [{}, /charts: nothing is set; set exactly one of repository, oci, path/],
    [
      { path: "./charts", oci: "oci://a/b" },
      /charts: oci "oci:\/\/a\/b" and path ".\/charts" are set; set exactly one/,
    ],
    [
      { repository: "blob.istio.io" },
      /charts.repository: "blob.istio.io" is not of the expected form/,
    ],
    [{ oci: "https://ghcr.io/istio" }, /charts.oci: "https:\/\/ghcr.io\/istio" is not/],
    [{ path: "https://example.com/charts" }, /charts.path: "https:\/\/example.com\/charts" is not/],
    [{ path: "" }, /charts.path: "" is not/],
  ] as [ChartSource, RegExp][]) {
    it(`may not be ${JSON.stringify(source)}`, () => {
      assert.match(problemsOf(source), message);
    });
  }

  it("of the retired bucket is refused with the new address", () => {
    assert.equal(
      problemsOf({ repository: "https://istio-release.storage.googleapis.com/charts" }),
      '  charts.repository: "https://istio-release.storage.googleapis.com/charts" is retired and being switched off; use "https://blob.istio.io/istio-release/charts"',
    );
    assert.match(
      problemsOf({ oci: "oci://gcr.io/istio-release/charts" }),
      /retired.*"oci:\/\/ghcr.io\/istio\/release\/charts"$/,
    );
  });
});

describe("chartReference", () => {
  it("names a chart of a repository by its name, with the version", () => {
    assert.deepEqual(chartReference({ repository: "https://a" }, "istiod", "1.31.1"), {
      chart: "istiod",
      version: "1.31.1",
      repositoryOpts: { repo: "https://a" },
    });
  });

  it("puts the chart's name behind an OCI path and keeps the version", () => {
    assert.deepEqual(chartReference({ oci: "oci://a/b/" }, "cni", "1.31.1"), {
      chart: "oci://a/b/cni",
      version: "1.31.1",
    });
  });

  it("names a chart of a folder by its path alone", () => {
    assert.deepEqual(chartReference({ path: "./charts" }, "base", "1.31.1"), {
      chart: "./charts/base",
    });
  });
});
