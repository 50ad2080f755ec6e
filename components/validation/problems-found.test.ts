import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf } from "../../test/support/record";
import { problemsFound, withoutPulumiFrames } from "./problems-found";

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

  it("shows where it was thrown, but no frame of Pulumi, also late", async () => {
    const late = pulumi.output("Shop").apply(() => {
      throw problemsFound("x", [{ propertyPath: "namespace", reason: "is wrong" }]);
    });
    const { stack = "" } = await failureOf(late);
    assert.match(stack, /at problemsFound .*\n +at .*problems-found\.test\.ts/);
    assert.doesNotMatch(stack, /@pulumi/);
  });
});

describe("withoutPulumiFrames", () => {
  it("leaves out frames below @pulumi only", () => {
    const stack = [
      "Error: at /node_modules/@pulumi/ nothing",
      "    at check (/app/node_modules/istio-mesh/dist/index.js:1:2)",
      "    at /app/node_modules/@pulumi/output.ts:3:4",
      "    at new Resource (C:\\app\\node_modules\\@pulumi\\resource.ts:5:6)",
      "    at main (/app/@pulumi-program/index.ts:7:8)",
    ];
    assert.equal(withoutPulumiFrames(stack.join("\n")), [0, 1, 4].map((i) => stack[i]).join("\n"));
  });
});
