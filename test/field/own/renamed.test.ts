import assert from "node:assert/strict";
import { FieldStack, type Preview, taken } from "../../support/field-cli";
import { buildPackage } from "../../support/field-package";

describe("components whose names in the program change", function () {
  this.timeout(480_000);
  let renamed: Preview;
  let aliased: Preview;
  let handedOver: Preview;
  let revised: Preview;
  let replaced: Preview;
  let takenOver: Preview;

  before(async () => {
    await buildPackage();
    const stack = await new FieldStack("renamed/index").init();
    const { code, stderr } = await stack.up(1);
    assert.equal(code, 0, stderr);
    renamed = await stack.preview(2);
    aliased = await stack.preview(3);
    handedOver = await stack.preview(4);
    revised = await stack.preview(5);
    replaced = await stack.preview(6);
    takenOver = await stack.preview(7);
  });

  it("are found in the preview, each with the alias to write", () => {
    assert.equal(renamed.accepted, false);
    for (const [object, before, now] of [
      ["VirtualService bank/web", "web", "shop-web"],
      ["Namespace bank", "bank", "shop-bank"],
      ["Deployment istio-system/istiod", "mesh", "shop-mesh"],
    ]) {
      const words = `${object}\\b.*if "${before}" is now called "${now}".*aliases: \\[{ name: "${before}" }\\]`;
      assert.match(renamed.said, new RegExp(words));
    }
  });

  it("and so is an installer that would take the other's objects away", () => {
    assert.equal(handedOver.accepted, false);
    assert.match(
      handedOver.said,
      /ControlPlane "mesh".*\n.*installer: "release" would delete all that "chart" installed/,
    );
  });

  it("and a revision that would take the running istiod away", () => {
    assert.equal(revised.accepted, false);
    assert.match(
      revised.said,
      /ControlPlane "mesh".*\n.*revision: Deployment istio-system\/istiod would be deleted as soon as istio-system\/istiod-1-31-4 is there/,
    );
  });

  it("and a component of another kind that has the same object, with the alias to write", () => {
    assert.equal(replaced.accepted, false);
    assert.match(
      replaced.said,
      /VirtualService bank\/api: .*if Canary "api" is in the place of ServiceRoute "api".*aliases: \[{ type: "istio-mesh:index:ServiceRoute", name: "api" }\]/,
    );
    assert.equal(takenOver.accepted, true, takenOver.said);
    assert.deepEqual(taken(takenOver), []);
  });

  it("with the alias nothing is taken away", () => {
    assert.equal(aliased.accepted, true, aliased.said);
    assert.deepEqual(taken(aliased), []);
  });
});
