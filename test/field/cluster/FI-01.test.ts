import assert from "node:assert/strict";
import { must, type Outcome } from "../../support/command";
import { Lab } from "../../support/lab";

// The only case for which rendering does not do: whether definitions are there is the cluster's to say.
describe("field: a cluster that brings the Gateway API itself", function () {
  this.timeout(900_000);
  const lab = new Lab("test-field", "field", "test/field/cases/FI-01");
  const definitions = async () => {
    const { items } = await lab.get<{ items: { metadata: { name: string; uid: string } }[] }>(
      "customresourcedefinitions",
    );
    return items
      .map(({ metadata: { name, uid } }) => `${name} ${uid}`)
      .filter((line) => line.includes(".gateway.networking."))
      .sort();
  };
  let platforms: string[];
  let preview: Outcome;

  before("the platform's definitions", async () => {
    const printed = "$ISTIO_MESH_GATEWAY_API\n$ISTIO_MESH_CHARTS";
    const [manifest = "", path = ""] = (
      await must("lab/lab", ["tools", "sh", "-c", `echo "${printed}"`])
    ).split("\n");
    await lab.up();
    // As an installer does it that owns them: by server-side apply, under its own name.
    await lab.kubectl("apply", "--server-side", "--field-manager=platform", "-f", manifest);
    platforms = await definitions();
    assert.ok(platforms.length >= 5, "the platform has them");
    lab.configureWith({ "field:charts": { path }, "field:gatewayApi": manifest });
    preview = await lab.try("preview");
  });
  after(() => lab.down());

  it("FI-01: the preview says how to leave the definitions to the platform, or the update works", async () => {
    // In these words: "is expected to have version" is what the CLI says of its plugin.
    if (!/gatewayApi\W+mode\W+expect\b/.test(preview.stdout + preview.stderr)) {
      const up = await lab.try("up", "--yes", "--skip-preview", "--suppress-progress");
      assert.equal(up.code, 0, up.stdout + up.stderr);
    }
  });

  it("FI-01: an update and a destroy after it leave the platform's definitions alone", async () => {
    await lab.try("up", "--yes", "--skip-preview", "--suppress-progress");
    await lab.try("destroy", "--yes", "--skip-preview", "--suppress-progress");
    assert.deepEqual(await definitions(), platforms);
  });
});
