import assert from "node:assert/strict";
import { checks } from "../../analysis/mesh/checks";
import { isClusterWide, type ObjectId } from "../../analysis/mesh/kubernetes-object";
import { objectRules } from "../../analysis/mesh/object-rules";
import { checkMesh } from "../../analysis/mesh/run-checks";
import { Scope } from "../../analysis/mesh/scope";
import {
  analyzerDifferences,
  checksOfAnalyzers,
  codesLeftOut,
} from "../support/analyzer-differences";
import { type AnalyzerCase, analyzerCases } from "../support/published-analyzers";

const cases = analyzerCases();
const ownCodes = new Set(
  [...checks, ...objectRules].flatMap(({ code, aliases }) => [code, ...aliases]),
);

const codeOf = (line: string): string => line.split(" ")[0] ?? "";
const kindOf = (line: string): string => line.split(" ")[1] ?? "";
const sorted = (lines: Iterable<string>): string[] => [...new Set(lines)].sort();

/** Codes that an analyzer says of objects of a kind, in whatever case. */
const said = new Set(
  cases.flatMap(({ analyzer, expected }) =>
    expected.map((line) => `${analyzer} ${codeOf(line)} ${kindOf(line)}`),
  ),
);

/** Objects without a namespace are in the default one for us, and in none for istioctl. */
function withNamespace(line: string): string {
  const [code, kind = "", place = ""] = line.split(" ");
  return place.includes("/") || isClusterWide(kind) ? line : `${code} ${kind} default/${place}`;
}

/** The mesh's networks are an object of their own for istioctl. */
const placeOf = ({ kind, namespace, name }: ObjectId): string =>
  kind === "ConfigMap"
    ? "MeshNetworks istio-system/meshnetworks"
    : `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;

/** What we say of a case, in the codes of its analyzer. */
function foundIn({ objects, meshConfig, analyzer }: AnalyzerCase): string[] {
  const report = checkMesh(objects, { checks, scope: Scope.Cluster, meshConfig });
  assert.deepEqual(report.broken, []);
  const [, name = ""] = /^&?([\w.]+)/.exec(analyzer) ?? [];
  const lines = report.findings
    .filter(({ check }) => checksOfAnalyzers[name]?.includes(check) ?? true)
    .flatMap(({ code, aliases, resource }) =>
      [code, ...aliases].map((one) => `${one} ${placeOf(resource)}`),
    );
  return sorted(lines.filter((line) => said.has(`${analyzer} ${codeOf(line)} ${kindOf(line)}`)));
}

/** What Istio says of it, in codes that we have. */
const wantedIn = ({ expected }: AnalyzerCase): string[] =>
  sorted(expected.map(withNamespace).filter((line) => codesLeftOut[codeOf(line)] === undefined));

interface Difference {
  missing: string[];
  extra: string[];
}

function differenceOf(one: AnalyzerCase): Difference {
  const [found, wanted] = [foundIn(one), wantedIn(one)];
  return {
    missing: wanted.filter((line) => !found.includes(line)),
    extra: found.filter((line) => !wanted.includes(line)),
  };
}

describe("the table by which Istio tests its analyzers", () => {
  const judged = cases.map((one) => ({ ...one, ...differenceOf(one) }));
  const same = judged.filter(({ missing, extra }) => missing.length + extra.length === 0);

  it("has no code that is neither ours nor left out with a reason", () => {
    const codes = sorted(cases.flatMap(({ expected }) => expected.map(codeOf)));
    assert.deepEqual(
      codes.filter((code) => !ownCodes.has(code)),
      Object.keys(codesLeftOut),
    );
  });

  it(`is judged alike in ${same.length} of ${cases.length} cases, and otherwise where it is said why`, () => {
    assert.equal(cases.length, 103);
    const differing = judged.filter((one) => !same.includes(one));
    assert.deepEqual(
      Object.fromEntries(differing.map(({ name, missing, extra }) => [name, { missing, extra }])),
      Object.fromEntries(
        Object.entries(analyzerDifferences).map(([name, { missing = [], extra = [] }]) => [
          name,
          { missing, extra },
        ]),
      ),
    );
  });
});
