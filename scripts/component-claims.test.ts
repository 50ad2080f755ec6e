import assert from "node:assert/strict";
import { openCells, tableRows, tableText } from "./component-claims";

const one = { component: "One", notTranslated: "a workload only" };
const claims = ["preview and up", "twice", "options", "refusals", "objects", "webhook", "cluster"];
const all = claims.map((what) => ({ title: `a [One: ${what}] b`, state: "passed" }));

describe("the table of components", () => {
  it("counts what passed, and gives the reason for a dash", () => {
    const text = tableText(tableRows([one], [...all, ...all.slice(0, 1)]));
    assert.match(text, /^\| `One` \| ✓ \| ✓ \| ✓ \| ✓ \| ✓ \| ✓ \| – \| ✓ \|$/m);
    assert.match(text, /^- `One`, real istiod translates: a workload only$/m);
  });

  it("has no open cell when every claim is shown", () => {
    assert.deepEqual(openCells(tableRows([one], all)), []);
  });

  it("shows a failure before a success, and an empty cell as open", () => {
    const failed = { title: "[One: twice]", state: "failed" };
    const rows = tableRows([one], [...all.slice(1), failed]);
    assert.deepEqual(openCells(rows), ["One: preview and up: no test", "One: twice: ✗ 1"]);
  });

  it("does not count a skipped test", () => {
    const skipped = all.map(({ title }) => ({ title, state: "pending" }));
    assert.equal(openCells(tableRows([one], skipped)).length, claims.length);
  });

  it("does not take one component for another of a longer name", () => {
    assert.equal(openCells(tableRows([{ ...one, component: "On" }], all)).length, claims.length);
  });
});
