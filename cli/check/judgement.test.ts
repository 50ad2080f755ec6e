import assert from "node:assert/strict";
import { check } from "../../analysis/mesh/check";
import { checks } from "../../analysis/mesh/checks";
import { Kind } from "../../analysis/mesh/kinds";
import { readYaml } from "../read/yaml-objects";
import { counted, judge } from "./judgement";

const yaml = "apiVersion: v1\nkind: Service\nmetadata: {name: cart, namespace: shop}\n";
const objects = readYaml(yaml).objects.map(({ object, positionOf }) => ({
  object,
  placeOf: (path: string) => ({ file: "a.yaml", ...positionOf(path) }),
}));
const input = { objects, problems: [], skipped: [] };
const [model] = checks;

describe("a judgement", () => {
  it("has a check that broke as a problem, so that it never looks like nothing found", () => {
    assert.ok(model);
    const broken = check({
      ...model,
      id: "broken",
      kinds: [Kind.Service],
      *run() {
        yield* [];
        throw new Error("no such thing");
      },
    });
    const { findings, problems } = judge(input, {
      checks: [broken],
      chosen: new Set(["broken"]),
    });
    assert.deepEqual(findings, []);
    assert.deepEqual(problems, [
      { message: "check broken broke at Service cart.shop: no such thing" },
    ]);
  });

  it("counts reasons, the most frequent first", () => {
    assert.deepEqual(counted(["b", "a", "c", "c"]), [
      ["c", 2],
      ["a", 1],
      ["b", 1],
    ]);
  });
});
