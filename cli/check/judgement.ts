import type { Check, Level } from "../../analysis/mesh/check";
import { type ObjectId, objectWords } from "../../analysis/mesh/kubernetes-object";
import { lazy } from "../../analysis/mesh/lazy";
import {
  type CheckOptions,
  checkMesh,
  type MeshFinding,
  type MeshReport,
} from "../../analysis/mesh/run-checks";
import type { Input, Place, Problem } from "../read/input";
import { objectsByName } from "../read/objects-by-name";

/** An object that a finding is about beside its own, and where it is written. */
export interface RelatedObject {
  id: ObjectId;
  place: Place | undefined;
}

/** A finding and where it is written. */
export interface Located {
  finding: MeshFinding;
  place: Place;
  related: RelatedObject[];
}

/** What the checks say of an input. */
export interface Judgement {
  findings: Located[];
  report: MeshReport;
  /** How many checks ran. */
  checks: number;
  problems: Problem[];
  skipped: Problem[];
  input: Input;
}

const rank: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2 };

/** Whether a level is at least as grave as another. */
export const isAtLeast = (level: Level, least: Level): boolean => rank[level] <= rank[least];

const inOrder = (a: Located, b: Located): number =>
  a.place.file.localeCompare(b.place.file) ||
  (a.place.line ?? 0) - (b.place.line ?? 0) ||
  (a.place.column ?? 0) - (b.place.column ?? 0) ||
  rank[a.finding.level] - rank[b.finding.level] ||
  a.finding.code.localeCompare(b.finding.code);

function located(input: Input, report: MeshReport, namespace: string): Located[] {
  const byName = lazy(() => objectsByName(input, namespace));
  const bySource = new Map(input.objects.map((one) => [one.object, one]));
  return report.findings.map((finding): Located => {
    const place = bySource.get(finding.source)?.placeOf(finding.path) ?? { file: "" };
    const related = finding.related.map((id) => ({
      id,
      place: byName().get(objectWords(id))?.placeOf("metadata.name"),
    }));
    return { finding, place, related };
  });
}

/** What is judged, and by what. */
export interface Judging extends Omit<CheckOptions, "checks"> {
  checks: readonly Check[];
  /** Names of the checks that were chosen, those of single objects among them. */
  chosen: ReadonlySet<string>;
}

/** Judges an input: findings of what was chosen, in the order of files and lines. */
export function judge(input: Input, { chosen, checks, ...options }: Judging): Judgement {
  const report = checkMesh(
    input.objects.map(({ object }) => object),
    { ...options, checks: checks.filter(({ id }) => chosen.has(id)) },
  );
  const told = { ...report, findings: report.findings.filter(({ check }) => chosen.has(check)) };
  return {
    findings: located(input, told, options.namespace ?? "default").sort(inOrder),
    report: told,
    checks: chosen.size,
    problems: [...input.problems, ...brokenChecks(report)],
    skipped: input.skipped,
    input,
  };
}

/** A check that ended in an error says nothing of its object: that must never look like "no findings". */
const brokenChecks = ({ broken }: MeshReport): Problem[] =>
  broken.map(({ check, resource, error }) => ({
    message: `check ${check} broke at ${objectWords(resource)}: ${error instanceof Error ? error.message : String(error)}`,
  }));

/** How often each reason was given, the most frequent first. */
export function counted(reasons: readonly string[]): [reason: string, times: number][] {
  const times = new Map<string, number>();
  for (const reason of reasons) {
    times.set(reason, (times.get(reason) ?? 0) + 1);
  }
  return [...times].sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
}

/** The levels of findings, counted. */
export function levelsOf(findings: readonly Located[]): Record<Level, number> {
  const counts: Record<Level, number> = { error: 0, warning: 0, info: 0 };
  for (const { finding } of findings) {
    counts[finding.level] += 1;
  }
  return counts;
}
