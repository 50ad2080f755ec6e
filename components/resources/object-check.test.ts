import assert from "node:assert/strict";
import { checkedArgs } from "./object-check";

const subject = { apiVersion: "networking.istio.io/v1alpha3", kind: "EnvoyFilter", name: "patch" };

const warningsOf = (annotations: Record<string, string>) =>
  checkedArgs(subject, { metadata: { name: "patch", annotations } }).warnings;

describe("a warning about an object", () => {
  it("is told", () => {
    const [warning, ...others] = warningsOf({});
    assert.match(warning ?? "", /^EnvoyFilter "patch": kind: .*\[IST0133\]$/);
    assert.deepEqual(others, []);
  });

  it("is not told where the object's annotation leaves its code alone", () => {
    for (const codes of ["IST0133", "IST0101, IST0133", "*"]) {
      assert.deepEqual(warningsOf({ "galley.istio.io/analyze-suppress": codes }), []);
    }
    assert.equal(warningsOf({ "galley.istio.io/analyze-suppress": "IST0101" }).length, 1);
  });

  it("is no warning when the object is refused", () => {
    const annotations = { "galley.istio.io/analyze-suppress": "*" };
    const wrong = { metadata: { name: "patch", annotations }, spec: { priority: "first" } };
    assert.throws(() => checkedArgs(subject, wrong), /spec.priority: "first"/);
  });
});
