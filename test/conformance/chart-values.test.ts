import assert from "node:assert/strict";
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
