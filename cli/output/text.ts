import type { Level } from "../../analysis/mesh/check";
import { objectWords } from "../../analysis/mesh/kubernetes-object";
import { grouped } from "../../analysis/mesh/lazy";
import { counted, type Judgement, type Located, levelsOf } from "../check/judgement";
import type { Place } from "../read/input";
import type { Style } from "./style";

const colours = { error: "red", warning: "yellow", info: "cyan" } as const satisfies Record<
  Level,
  string
>;

/** `file:12:15`, as editors and terminals follow it. */
export const placeWords = ({ file, line, column }: Partial<Place>): string =>
  [file, line, column].filter((part) => part !== undefined && part !== "").join(":");

/** `1 error`, `2 errors`. */
const plural = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

const codes = ({ finding: { code, aliases } }: Located): string => [code, ...aliases].join(", ");

function lines({ finding, place, related }: Located, style: Style): string[] {
  const { level, path, message, help } = finding;
  const told = `${style(colours[level], level)} ${path === "" ? "" : `${path}: `}${message}`;
  const others = related.map(({ id, place: other }) =>
    style("dim", `see ${objectWords(id)}${other ? ` (${placeWords(other)})` : ""}`),
  );
  return [
    `  ${style("dim", placeWords(place))}`,
    `    ${told} ${style("dim", `[${codes({ finding, place, related })}]`)}`,
    ...[...others, style("dim", help)].map((line) => `    ${line}`),
  ];
}

/** Findings by the objects that they are about, in their order. */
export function findingsText(findings: readonly Located[], style: Style): string[] {
  const groups = grouped(findings, ({ finding }) => objectWords(finding.resource));
  return [...groups].flatMap(([name, own]) => [
    style("bold", name),
    ...own.flatMap((one) => lines(one, style)),
    "",
  ]);
}

const most = 5;

/** The most frequent reasons, and how many more there are. */
function reasons(all: readonly string[]): string {
  const found = counted(all);
  const shown = found
    .slice(0, most)
    .map(([reason, times]) => (times === 1 ? reason : `${reason} (${times} times)`));
  const more = found.length - shown.length;
  return [...shown, ...(more > 0 ? [`${more} more`] : [])].join("; ");
}

function verdicts({ findings, report }: Judgement): string[] {
  const counts = levelsOf(findings);
  const found = (["error", "warning", "info"] as const)
    .filter((level) => counts[level] > 0)
    .map((level) => (level === "info" ? `${counts.info} info` : plural(counts[level], level)));
  const suppressed = report.suppressed > 0 ? [`${report.suppressed} suppressed`] : [];
  const told = [...found, ...suppressed];
  return told.length === 0 ? [] : [told.join(", ")];
}

/** The last lines: what was found, and of what nothing is known. */
export function summaryText(judgement: Judgement): string[] {
  const { report, checks } = judgement;
  const elsewhere = report.notDeclared.map(({ reason }) => reason);
  const unjudged = report.notJudged.map(({ reason }) => reason);
  const notJudged = `${unjudged.length} not judged${unjudged.length > 0 ? `: ${reasons(unjudged)}` : ""}`;
  return [
    ...verdicts(judgement),
    ...(elsewhere.length > 0
      ? [`${elsewhere.length} not declared here, so not judged as missing: ${reasons(elsewhere)}`]
      : []),
    `checked ${plural(report.objects, "object")} with ${plural(checks, "check")}; ${notJudged}`,
  ];
}

/** What is told to a reader. */
export const textReport = (judgement: Judgement, style: Style): string =>
  [...findingsText(judgement.findings, style), ...summaryText(judgement)].join("\n");
