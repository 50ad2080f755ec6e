import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf, settled } from "../test/support/record";
import { ArgumentCheck } from "./argument-check";
import { dnsLabel, integer } from "./predicates";

describe("ArgumentCheck", () => {
  it("throws one error with every problem, each with its path", () => {
    const check = new ArgumentCheck("Canary", "reviews");
    check.plain("service", "Reviews", dnsLabel);
    check.input("versions[0].weight", -1, integer(0, 100));
    assert.throws(
      () => check.done(),
      (error: pulumi.InputPropertiesError) => {
        assert.ok(pulumi.InputPropertiesError.isInstance(error));
        assert.deepEqual(
          error.errors.map(({ propertyPath }) => propertyPath),
          ["service", "versions[0].weight"],
        );
        assert.equal(
          error.message,
          [
            'Canary "reviews": 2 arguments cannot work',
            '  service: "Reviews" is not a DNS label (1 to 63 of a-z, 0-9 and "-", no "-" at the ends); did you mean "reviews"?',
            "  versions[0].weight: -1 is not a whole number between 0 and 100",
          ].join("\n"),
        );
        return true;
      },
    );
  });

  it("does not throw when nothing is wrong or given", () => {
    const check = new ArgumentCheck("Canary", "reviews");
    check.plain("service", undefined, dnsLabel);
    check.plain("service", "reviews", dnsLabel);
    check.labels({ team: "shop" }, ["app"]);
    check.done();
  });

  it("refuses labels that are the component's own, bad keys and bad values", () => {
    const check = new ArgumentCheck("Client", "sleep");
    check.labels({ app: "x", "a b": "x", team: "a b" }, ["app"]);
    assert.throws(
      () => check.done(),
      /labels\["app"\]: is set.*labels\["a b"\]: "a b" is.*labels\["team"\]: "a b" is/s,
    );
  });

  it("lets a value that arrives later through when it is good", async () => {
    const check = new ArgumentCheck("Canary", "reviews");
    const gated = check.input("namespace", pulumi.output("shop"), dnsLabel);
    check.done();
    assert.equal(await settled(pulumi.output(gated)), "shop");
  });

  it("holds a bad value that arrives later back, and names its path", async () => {
    const check = new ArgumentCheck("Canary", "reviews");
    const gated = check.input("namespace", pulumi.output("Shop"), dnsLabel);
    check.done();
    assert.match((await failureOf(gated)).message, /Canary "reviews".*namespace: "Shop" is/s);
  });
});
