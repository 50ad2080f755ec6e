import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { failureOf } from "../test/support/record";
import { withValue } from "./argument-value";
import { checkArguments } from "./check-arguments";

describe("a reason", () => {
  const rows: [what: string, path: string, reason: string, value: unknown, told: string][] = [
    ["that has the value for its subject", "timeout", "is too long", "2s", '"2s" is too long'],
    ["of its own", "timeout", "nobody waits so long", "2s", '"2s": nobody waits so long'],
    ["about a number", "port", "is taken", 80, "80 is taken"],
    ["about a list", "hosts", "is for gateways", ["a", "b"], '["a","b"] is for gateways'],
    ["about a map", "selector", "is heeded by nobody", { a: "b" }, '{"a":"b"} is heeded by nobody'],
    ["about an entry", 'labels["app"]', "is reserved", "x", '"x" is reserved'],
    ["about a field of an entry", "versions[1].name", "is taken", "v1", '"v1" is taken'],
    ["that tells the value", "timeout", '"2s" is too long', "2s", '"2s" is too long'],
    ["that tells it without quotes", "port", "port 80 is taken", 80, "port 80 is taken"],
    ["with a longer number", "port", "is not 8080", 80, "80 is not 8080"],
    ["that tells an entry", "hosts", "has a.b twice", ["a.b", "b"], "has a.b twice"],
    ["with a word that reads alike", "timeout", "is a name", "a", '"a" is a name'],
    ["about nothing at all", "hosts", "is empty", [], "is empty"],
    ["about whole objects", "versions", "add up to 90", [{ name: "v1" }], "add up to 90"],
    ["about what is missing", "timeout", "is missing", undefined, "is missing"],
    ["about two values at once", "timeout", "are too long", ["2s", "3s"], "are too long"],
    ["about no argument", "tiemout", "is unknown", "2s", "is unknown"],
  ];
  for (const [what, path, reason, value, told] of rows) {
    it(`${what} is told as ${told}`, () => {
      assert.equal(withValue("Canary", path, reason, value), told);
    });
  }

  it("never tells what is marked as a secret, nor what is in an open argument", () => {
    for (const [component, path] of [
      ["GatewayCertificate", "pem.privateKey"],
      ["GatewayCertificate", "pem.certificate"],
      ["MeshCa", "pem.caKey"],
      ["JwtAuthentication", "jwtRules[0].jwks"],
      ["ControlPlane", "values.istiod.password"],
    ] as const) {
      assert.equal(withValue(component, path, "is wrong", "hunter2"), "is wrong");
    }
    assert.equal(withValue("MeshCa", "pem", "is wrong", { caKey: "hunter2" }), "is wrong");
  });
});

describe("a value in a refusal", () => {
  const check = (args: object) =>
    checkArguments("Canary", "web", {
      service: "web",
      namespace: "shop",
      versions: [{ name: "v1", weight: 100 }],
      ...args,
    });
  const reasons = (args: object, path: string) => {
    const begun = check(args);
    begun.fail(path, "is refused");
    return begun.problems.map(({ reason }) => reason);
  };

  it("is put there by the check", () => {
    assert.deepEqual(reasons({ timeout: "2s" }, "timeout"), ['"2s" is refused']);
    assert.deepEqual(reasons({ timeout: pulumi.output("2s") }, "timeout"), ["is refused"]);
    assert.deepEqual(reasons({}, "timeout"), ["is refused"]);
  });

  it("is put there when it arrives, unless it is a secret", async () => {
    const failure = async (timeout: pulumi.Input<string>) => {
      const held = check({ timeout }).input("timeout", timeout, () => "is refused");
      return (await failureOf(pulumi.output(held))).message;
    };
    assert.match(await failure(pulumi.output("2s")), /timeout: "2s" is refused$/);
    assert.match(await failure(pulumi.secret("2s")), /timeout: is refused$/);
  });
});
