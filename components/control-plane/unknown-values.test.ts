import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import versions from "../../versions.json";
import { unknownValues } from "./unknown-values";

const paths = (chart: string, values: unknown, version = versions.istio) =>
  unknownValues(chart, "values", values, version).map(({ path }) => path);

describe("values that a chart does not read", () => {
  it("are told with what may be meant", () => {
    assert.deepEqual(
      unknownValues(
        "istiod",
        "values.istiod",
        { pilot: { autoscaleEnable: false } },
        versions.istio,
      ),
      [
        {
          path: "values.istiod.pilot.autoscaleEnable",
          reason: `"autoscaleEnable" is nothing that the chart of Istio ${versions.istio} reads; did you mean "autoscaleEnabled"?`,
        },
      ],
    );
  });

  it("are found at the top, under a chart's scope and in maps", () => {
    assert.deepEqual(paths("istiod", { glbal: {}, global: { proxy: { image: "a", imag: "b" } } }), [
      "values.glbal",
      "values.global.proxy.imag",
    ]);
    assert.deepEqual(paths("cni", { cniBinDr: "a", cni: { cniBinDir: "a", cniBinDr: "b" } }), [
      "values.cniBinDr",
      "values.cni.cniBinDr",
    ]);
  });

  it("are none where keys are the user's, with another minor version, or when they arrive later", () => {
    const open = { podAnnotations: { a: "b" }, meshConfig: { any: 1 }, env: { A: "1" } };
    assert.deepEqual(paths("istiod", open), []);
    assert.deepEqual(paths("istiod", { nothing: 1 }, "1.30.5"), []);
    assert.deepEqual(paths("istiod", pulumi.output({ nothing: 1 })), []);
    assert.deepEqual(paths("istiod", { pilot: pulumi.output({ nothing: 1 }) }), []);
  });
});
