import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { ArgumentCheck, type Metadata } from "./argument-check";
import { checkSelector } from "./selector";

function check(selector: pulumi.Input<Metadata> | undefined): void {
  const found = new ArgumentCheck("MutualTls", "x");
  checkSelector(found, "selector", selector, "workloads");
  found.done();
}

describe("a selector", () => {
  it("may be left out, name labels, or arrive later", () => {
    check(undefined);
    check({ app: "web", version: pulumi.output("v1") });
    check(pulumi.output({ istio: "ingressgateway" }));
  });

  const refused: [string, Metadata, RegExp][] = [
    ["without labels", {}, /selector: is empty; leave it out to choose all workloads$/],
    ["with a wildcard", { app: "web*" }, /selector\["app"\]: "web\*" has a wildcard.*IST0106/],
    ["with a bad key", { "a b": "c" }, /selector\["a b"\]: "a b" is not a valid key/],
    ["with a bad value", { app: "a b" }, /selector\["app"\]: "a b" is not a label value/],
  ];
  for (const [what, selector, says] of refused) {
    it(`${what} is refused`, () => {
      assert.throws(() => check(selector), says);
    });
  }
});
