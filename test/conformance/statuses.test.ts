import assert from "node:assert/strict";
import { checks } from "../../analysis/mesh/checks";
import { checkMesh } from "../../analysis/mesh/run-checks";
import { Scope } from "../../analysis/mesh/scope";
import { type StatusCase, statusCases, testDomain } from "../support/published-statuses";
import { reasonsOfChecks, statusDifferences } from "../support/status-differences";

const known = new Set(Object.values(reasonsOfChecks).flat());
const sorted = (lines: string[]): string[] => [...new Set(lines)].sort();

interface Told {
  check: string;
  place: string;
}

/** Objects in which checks find what istiod tells in a status; what is lost in part has no status. */
function toldIn({ objects }: StatusCase): Told[] {
  const options = { checks, scope: Scope.Cluster, domain: testDomain };
  const { findings, broken } = checkMesh(objects, options);
  assert.deepEqual(broken, []);
  return findings
    .filter(({ check, level }) => level === "error" || check === "target-ref")
    .filter(({ check }) => reasonsOfChecks[check] !== undefined)
    .map(({ check, resource: { kind, namespace, name } }) => ({
      check,
      place: `${kind} ${namespace}/${name}`,
    }));
}

function differenceOf(one: StatusCase) {
  const told = toldIn(one);
  const wanted = one.reasons.filter((line) => known.has(line.split(" ")[0] ?? ""));
  const linesOf = ({ check, place }: Told) =>
    (reasonsOfChecks[check] ?? []).map((reason) => `${reason} ${place}`);
  const lines = told.flatMap(linesOf);
  return {
    missing: sorted(wanted.filter((line) => !lines.includes(line))),
    extra: sorted(
      told
        .filter((one) => !linesOf(one).some((line) => wanted.includes(line)))
        .map(({ check, place }) => `${check} ${place}`),
    ),
  };
}

describe("the sets by which istiod's reading of the Gateway API is tested", () => {
  const judged = statusCases().map((one) => ({ name: one.name, ...differenceOf(one) }));
  const differing = judged.filter(({ missing, extra }) => missing.length + extra.length > 0);
  const alike = judged.length - differing.length;

  it(`are told alike in ${alike} of ${judged.length}, and otherwise where it is said why`, () => {
    assert.equal(judged.length, 51);
    assert.deepEqual(
      Object.fromEntries(differing.map(({ name, ...difference }) => [name, difference])),
      Object.fromEntries(
        Object.entries(statusDifferences).map(([name, { missing = [], extra = [] }]) => [
          name,
          { missing, extra },
        ]),
      ),
    );
  });
});
