import assert from "node:assert/strict";
import { inspect } from "node:util";
import { Script } from "node:vm";
import * as pulumi from "@pulumi/pulumi";
import { failureOf } from "../test/support/record";
import { framesOfProgram, problemsFound } from "./problems-found";

describe("problemsFound", () => {
  it("tells every argument with its reason", () => {
    const error = problemsFound('Canary "reviews"', [
      { propertyPath: "service", reason: "is missing" },
      { propertyPath: "versions", reason: "is empty" },
    ]);
    assert.equal(
      error.message,
      'Canary "reviews": 2 arguments cannot work\n  service: is missing\n  versions: is empty',
    );
  });

  it("is shown without a frame of its own or of Pulumi, also late", async () => {
    const late = pulumi.output("Shop").apply(() => {
      throw problemsFound("x", [{ propertyPath: "namespace", reason: "is wrong" }]);
    });
    const error = await failureOf(late);
    assert.equal(error.stack, "x: 1 argument cannot work\n  namespace: is wrong");
    assert.equal(inspect(error, { colors: true }), error.stack);
  });

  it("is shown with the line of the program that is refused", () => {
    const script = new Script('refuse("x", [{ propertyPath: "namespace", reason: "is wrong" }])', {
      filename: "/shop/index.ts",
    });
    const { error } = script.runInNewContext({
      refuse: (...args: Parameters<typeof problemsFound>) => ({ error: problemsFound(...args) }),
    });
    assert.equal(
      inspect(error),
      "x: 1 argument cannot work\n  namespace: is wrong\n    at /shop/index.ts:1:1",
    );
  });
});

describe("framesOfProgram", () => {
  it("leaves out the frames of the library, of packages and of Node", () => {
    const stack = [
      "Error: at /node_modules/@pulumi/ nothing",
      "    at check (/app/istio-mesh/dist/index.js:1:2)",
      "    at /app/node_modules/@pulumi/output.ts:3:4",
      "    at new Resource (C:\\app\\node_modules\\@pulumi\\resource.ts:5:6)",
      "    at canaryOf (/app/canaries.ts:7:8)",
      "    at Array.map (<anonymous>)",
      "    at Object.<anonymous> (/app/@pulumi-program/index.ts:9:10)",
      "    at node:internal/main/run_main_module:33:47",
      "    at Module._compile (node:internal/modules/cjs/loader:1730:14)",
      "    at file:///app/index.mjs:11:12",
    ];
    assert.deepEqual(
      framesOfProgram(stack.join("\n"), ["/app/istio-mesh/dist/"]),
      [4, 6, 9].map((i) => stack[i]),
    );
  });
});
