import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import {
  usualGatewayResources,
  usualWaypointResources,
} from "../../components/gateways/chart/pod-resources";
import { chartValueSchema } from "../../schemas/chart-value-store";
import { chartKeys } from "../../scripts/chart-values/chart-keys";
import { chartsFolder } from "../support/chart-objects";

describe("the keys of the charts' values", () => {
  it("are those that the charts know", async function () {
    this.timeout(60_000);
    assert.deepEqual(
      chartValueSchema(),
      chartKeys(await chartsFolder()),
      "schemas/chart-values.json is stale; run scripts/update-chart-values",
    );
  });
});

describe("what Pods of gateways request where nothing is said", () => {
  it("is what the charts say", async function () {
    this.timeout(60_000);
    const folder = await chartsFolder();
    const values = (chart: string) =>
      parse(readFileSync(join(folder, chart, "values.yaml"), "utf8"))._internal_defaults_do_not_set;
    assert.deepEqual(values("gateway").resources, usualGatewayResources);
    assert.deepEqual(values("istiod").global.waypoint.resources, usualWaypointResources);
  });
});
