import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { record } from "../test/support/record";
import { shown } from "./shown";

const itself: Record<string, unknown> = { a: 1 };
itself.self = itself;

describe("a value in a message", () => {
  const rows: [what: string, value: unknown, text: string][] = [
    ["a text", 'a "b"', '"a \\"b\\""'],
    ["a number", 0.5, "0.5"],
    ["what is no number", Number.NaN, "NaN"],
    ["nothing", undefined, "undefined"],
    ["null", null, "null"],
    ["a list", [1, "a"], '[1,"a"]'],
    ["an Output", pulumi.output("a"), "an Output"],
    ["a secret", pulumi.secret("a"), "an Output"],
    ["a Promise", Promise.resolve(1), "a Promise"],
    ["a function", () => 1, "a function"],
    ["an Output inside", { a: [pulumi.output("b")] }, '{"a":["an Output"]}'],
    ["a circle", itself, '{"a":1,"self":"itself"}'],
    [
      "the same twice, which is no circle",
      [itself.a, { b: [] }, { b: [] }],
      '[1,{"b":[]},{"b":[]}]',
    ],
    ["a private key", "-----BEGIN PRIVATE KEY-----\nMIIE", "a private key"],
    ["one inside", { key: "-----BEGIN EC PRIVATE KEY-----" }, '{"key":"a private key"}'],
  ];
  for (const [what, value, text] of rows) {
    it(`shows ${what}`, () => {
      assert.equal(shown(value), text);
    });
  }

  it("is cut where it would be longer than a line", () => {
    const text = shown("x".repeat(200));
    assert.equal(text.length, 80);
    assert.ok(text.endsWith("x…"));
  });

  it("is a resource's type and name", async () => {
    let text = "";
    await record(() => {
      text = shown(new pulumi.ComponentResource("istio-mesh:index:Thing", "web"));
    });
    assert.equal(text, 'a resource (Thing "web")');
  });
});
