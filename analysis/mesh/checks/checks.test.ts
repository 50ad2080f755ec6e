import assert from "node:assert/strict";
import { readYaml } from "../../../cli/read/yaml-objects";
import { checkMesh, type MeshReport } from "../run-checks";
import { checks } from ".";

/** Lines on which something is to be found. */
const marked = (yaml: string): number[] =>
  yaml.split("\n").flatMap((line, i) => (line.includes("# found") ? [i + 1] : []));

interface Judged {
  report: MeshReport;
  /** Lines of what a check has found. */
  lines: (check: string) => number[];
}

function judge(yaml: string): Judged {
  const { objects, problems } = readYaml(yaml);
  assert.deepEqual(problems, []);
  const report = checkMesh(
    objects.map(({ object }) => object),
    { checks },
  );
  assert.deepEqual(report.broken, []);
  const lineOf = ({ resource, path }: MeshReport["findings"][number]) => {
    const own = objects.find(
      ({ object: { kind, metadata } }) =>
        kind === resource.kind &&
        metadata.name === resource.name &&
        (resource.namespace === "" || (metadata.namespace ?? "default") === resource.namespace),
    );
    return own?.positionOf(path).line ?? 0;
  };
  return {
    report,
    lines: (check) =>
      report.findings
        .filter((finding) => finding.check === check)
        .map(lineOf)
        .sort((a, b) => a - b),
  };
}

describe("checks", () => {
  it("have each a name of their own", () => {
    const ids = checks.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
  });

  it("have a code of their own where it is ours: it is what is suppressed", () => {
    const codes = checks.map(({ code }) => code).filter((code) => code.startsWith("MESH"));
    assert.deepEqual(codes, [...new Set(codes)]);
  });

  for (const check of checks) {
    it(`${check.id} (${check.code}) finds its example, there and nowhere else`, () => {
      const lines = marked(check.fires);
      assert.notEqual(lines.length, 0);
      assert.deepEqual(judge(check.fires).lines(check.id), lines);
    });

    it(`${check.id} (${check.code}) is silent where it is right, and so are the others`, () => {
      const { findings } = judge(check.silent).report;
      assert.deepEqual(
        findings
          .filter(({ level }) => level !== "info")
          .map(({ check: one, resource, path, message }) => [one, resource.name, path, message]),
        [],
      );
    });
  }
});
