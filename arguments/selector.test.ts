import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf, settled } from "../test/support/record";
import { ArgumentCheck, type Metadata } from "./argument-check";
import { checkSelector, emptySelector } from "./selector";

function check(selector: pulumi.Input<Metadata> | undefined): pulumi.Input<Metadata> | undefined {
  const found = new ArgumentCheck("MutualTls", "x");
  const checked = checkSelector(found, "selector", selector, emptySelector);
  found.done();
  return checked;
}

describe("a selector", () => {
  it("may be left out, name labels, or arrive later", async () => {
    assert.equal(check(undefined), undefined);
    assert.deepEqual(check({ app: "web" }), { app: "web" });
    const labels = check({ app: "web", version: pulumi.output("v1") });
    assert.deepEqual(await settled(pulumi.output(labels)), { app: "web", version: "v1" });
    const gateway = check(pulumi.output({ istio: "ingressgateway" }));
    assert.deepEqual(await settled(pulumi.output(gateway)), { istio: "ingressgateway" });
  });

  const refused: [string, Metadata, RegExp][] = [
    [
      "without labels",
      {},
      /selector: is empty; leave it out to choose all workloads of the namespace$/,
    ],
    ["with a wildcard", { app: "web*" }, /selector\["app"\]: "web\*" has a wildcard.*IST0106/],
    ["with a bad key", { "a b": "c" }, /selector\["a b"\]: "a b" is not a valid key/],
    ["with a bad value", { app: "a b" }, /selector\["app"\]: "a b" is not a label value/],
  ];
  for (const [what, selector, says] of refused) {
    it(`${what} is refused`, () => {
      assert.throws(() => check(selector), says);
    });
  }

  const late: [string, pulumi.Input<Metadata>, RegExp][] = [
    ["without labels", pulumi.output({}), /selector: is empty; leave it out to choose all/],
    ["with a wildcard", pulumi.output({ app: "web*" }), /selector: "web\*" has a wildcard/],
    ["with a bad key", pulumi.output({ "a b": "c" }), /selector: "a b" is not a valid key/],
    [
      "with one bad value",
      { app: pulumi.output("a b") },
      /selector\["app"\]: "a b" is not a label/,
    ],
  ];
  for (const [what, selector, says] of late) {
    it(`that arrives later ${what} is held back`, async () => {
      assert.match((await failureOf(check(selector))).message, says);
    });
  }
});
