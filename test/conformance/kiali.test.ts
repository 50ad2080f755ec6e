import assert from "node:assert/strict";
import { checks } from "../../analysis/mesh/checks";
import type { Fields } from "../../analysis/mesh/fields";
import { objectRules } from "../../analysis/mesh/object-rules";
import { checkMesh, type MeshFinding } from "../../analysis/mesh/run-checks";
import { Scope } from "../../analysis/mesh/scope";
import { type KialiCase, kialiCases, kialiWorld, withoutNamesOf } from "../support/kiali-cases";
import { kialiCodes, kialiCodesLeftOut } from "../support/kiali-codes";

/** What is not covered by a policy is told in every case that has one. */
const uncovered = "KIA1301";

const lineOf = (code: string, { resource: { kind, namespace, name } }: MeshFinding): string =>
  `${code} ${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;

const sorted = (lines: Iterable<string>): string[] => [...new Set(lines)].sort();

function findingsOf({ objects, meshConfig }: Pick<KialiCase, "objects" | "meshConfig">) {
  const set = [...withoutNamesOf(kialiWorld, objects), ...objects];
  const report = checkMesh(set, { checks, scope: Scope.Cluster, meshConfig: meshConfig as Fields });
  assert.deepEqual(report.broken, []);
  return report.findings;
}

const kialis = ({ code, aliases }: MeshFinding): string[] =>
  [code, ...aliases].filter((one) => one.startsWith("KIA"));

describe("the mistakes that Kiali tells of", () => {
  const known = new Set(
    [...checks, ...objectRules].flatMap(({ code, aliases }) => [code, ...aliases]),
  );

  it("have a check each, or a reason why not", () => {
    assert.deepEqual(
      kialiCodes.filter((code) => !known.has(code)),
      Object.keys(kialiCodesLeftOut),
    );
  });

  it("are in the cases, code by code", () => {
    const found = new Set(kialiCases.flatMap((one) => one.found.map((line) => line.split(" ")[0])));
    assert.deepEqual(
      kialiCodes.filter((code) => !found.has(code) && kialiCodesLeftOut[code] === undefined),
      [],
    );
  });

  it("are none of the mesh around the cases", () => {
    const told = findingsOf({ objects: [], meshConfig: {} });
    assert.deepEqual(
      told.filter(({ level }) => level !== "info").map((one) => lineOf(one.code, one)),
      [],
    );
  });

  for (const one of kialiCases) {
    it(`${one.found.length === 0 ? "takes" : "finds"} ${one.case}`, () => {
      const told = findingsOf(one);
      const isAsked = one.found.some((line) => line.startsWith(uncovered));
      const found = told.flatMap((finding) =>
        kialis(finding)
          .filter((code) => isAsked || code !== uncovered)
          .map((code) => lineOf(code, finding)),
      );
      const also = told
        .filter((finding) => finding.level !== "info" && kialis(finding).length === 0)
        .map((finding) => lineOf(finding.code, finding));
      assert.deepEqual(
        { found: sorted(found), also: sorted(also) },
        { found: one.found, also: one.also },
      );
    });
  }
});
