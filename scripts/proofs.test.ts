import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chosenProofs, type Proof, portions, proofPage, proofs } from "./proofs";

const [first, second] = proofs as [Proof, Proof];
const of = (proof: Proof, failed: number) => ({
  proof,
  seed: 7,
  date: "2026-01-02",
  passed: 3,
  failed,
});

describe("comparisons at length", () => {
  it("are of files that are there, by names of their own", () => {
    assert.deepEqual(
      proofs.filter(({ file }) => !existsSync(file)),
      [],
    );
    assert.equal(new Set(proofs.map(({ name }) => name)).size, proofs.length);
  });

  it("are all or the named ones, and no others", () => {
    assert.deepEqual(chosenProofs([]), proofs);
    assert.deepEqual(chosenProofs([second.name]), [second]);
    assert.throws(
      () => chosenProofs(["gatewys"]),
      /there is no proof gatewys; there are: sidecars/,
    );
  });

  it("are run in two portions where each set has its own seed", () => {
    assert.deepEqual(portions({ ...first, sets: 5, apart: true }, 7), [
      { first: 7, sets: 3 },
      { first: 10, sets: 2 },
    ]);
    assert.deepEqual(portions({ ...first, sets: 5 }, 7), [{ first: 7, sets: 5 }]);
  });

  it("say how many changes were told", () => {
    const one = proofs.find(({ name }) => name === "impact") as Proof;
    const page = proofPage("", [of({ ...one, sets: 1000, changes: 5 }, 0)]);
    assert.ok(page.includes("| 5,000 changes that clients see, 5,000 that nobody sees |"), page);
  });

  it("stand on the page in their order, the last result of each", () => {
    const page = proofPage(proofPage("", [of(second, 0)]), [of(first, 1)]);
    const rows = proofPage(page, [of(first, 0)])
      .split("\n")
      .filter((line) => line.includes("2026-01-02"));
    assert.deepEqual(
      rows.map((line) =>
        line
          .split(" | ")
          .filter((_, i) => i !== 1)
          .join(" | "),
      ),
      [
        "| sidecars | 500 sets × 200 requests | 7 | 2026-01-02 | no difference |",
        "| gateways | 200 sets × 150 requests | 7 | 2026-01-02 | no difference |",
      ],
    );
  });
});
