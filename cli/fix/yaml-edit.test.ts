import assert from "node:assert/strict";
import type { Fix } from "../../analysis/mesh/check";
import { edited } from "./yaml-edit";

const text = `# the shop
kind: VirtualService   # of Istio
spec:
  hosts: [ "review", b ]
  http:
  - route:
    # the only one
    - destination: {host: 'review', port: {number: 80}}
      weight: 100
`;

const change = (...fixes: Fix[]) => edited(text, fixes);

describe("a change of YAML", () => {
  it("touches nothing but the value, and keeps its quotes", () => {
    const { text: changed, left } = change(
      { path: "spec.http[0].route[0].destination.host", value: "reviews" },
      { path: "spec.hosts[0]", value: "reviews" },
      { path: "spec.hosts[1]", value: "a, b" },
      { path: "spec.http[0].route[0].destination.port.number", value: 9080 },
    );
    assert.equal(
      changed,
      text
        .replace("'review'", "'reviews'")
        .replace('"review", b', '"reviews", "a, b"')
        .replace("number: 80", "number: 9080"),
    );
    assert.deepEqual(left, []);
  });

  it("quotes what would be read as something else", () => {
    assert.equal(edited("a: x\n", [{ path: "a", value: "true" }]).text, 'a: "true"\n');
    assert.equal(edited("a: x\n", [{ path: "a", value: "80" }]).text, 'a: "80"\n');
  });

  it("adds and removes fields with comments and order kept", () => {
    const { text: changed } = change(
      { path: "spec.http[0].route[0].weight", value: undefined },
      { path: "spec.http[0].timeout", value: "2s" },
    );
    assert.equal(
      changed,
      `# the shop
kind: VirtualService # of Istio
spec:
  hosts: ["review", b]
  http:
  - route:
    # the only one
    - destination: {host: 'review', port: {number: 80}}
    timeout: 2s
`,
    );
  });

  it("is not made where an anchor stands for several places", () => {
    const shared = "a: &x {host: review}\nb: *x\n";
    const { text: changed, left } = edited(shared, [{ path: "b.host", value: "reviews" }]);
    assert.equal(changed, shared);
    assert.equal(left.length, 1);
  });

  it("is made once where it is wanted twice; another one there is left", () => {
    const same = edited("a: x\n", [
      { path: "a", value: "y" },
      { path: "a", value: "y" },
    ]);
    assert.deepEqual([same.text, same.left], ["a: y\n", []]);
    const other = edited("a: x\n", [
      { path: "a", value: "y" },
      { path: "a", value: "z" },
    ]);
    assert.deepEqual(
      [other.text, other.left.map(({ reason }) => reason)],
      ["a: y\n", ["another change is made there; run it once more"]],
    );
  });
});
