import { objectWords } from "../../analysis/mesh/kubernetes-object";
import type { Located } from "../check/judgement";
import { changeLines, notJudgedLine } from "../output/change-text";
import type { Style } from "../output/style";
import { driftWords } from "./drift";
import type { FieldChange } from "./field-changes";
import type { Report, ToldObject } from "./report";
import { verdictOf } from "./verdict";

function fieldLine({ path, before, after }: FieldChange): string {
  if (before === undefined) {
    return `  ${path} + ${after}`;
  }
  return after === undefined ? `  ${path} − ${before}` : `  ${path} ${before} → ${after}`;
}

function headLine({ fate, object, outage, allowed }: ToldObject, style: Style): string {
  const danger = outage === undefined ? "" : `: ${allowed ? "allowed" : "outage"}, ${outage}`;
  return `${style(outage === undefined ? "bold" : "red", `${object} ${fate}`)}${danger}`;
}

const findingLine = (what: string, { finding }: Located): string =>
  `${what} ${finding.level} ${objectWords(finding.resource)}: ${finding.path}: ${finding.message} [${finding.code}]`;

/** As many as are read in passing. */
const fewLines = 10;

/** The first of them, and how many there are besides. */
const few = <T>(
  all: readonly T[],
  what: string,
  lines: (one: T) => readonly string[],
): string[] => [
  ...all.slice(0, fewLines).flatMap(lines),
  ...(all.length > fewLines ? [`and ${all.length - fewLines} more ${what}`] : []),
];

/** What others have changed, and the stack would change back. */
const driftLines = ({ drift }: Report, style: Style): string[] =>
  drift.length === 0
    ? []
    : [driftWords, ...few(drift, "changes", (change) => changeLines(change, style))];

/** What happens to requests, in few lines. */
function shortReport(report: Report, style: Style): string[] {
  const { changes, notJudged, objects } = report;
  const outages = objects.filter(({ outage }) => outage !== undefined);
  return [
    ...few(changes, "changes", (change) => changeLines(change, style)),
    ...few(outages, "outages", (one) => [headLine(one, style)]),
    ...few(notJudged, "parts not judged", (one) => [notJudgedLine(one)]),
    ...driftLines(report, style),
  ];
}

/** What is told at a terminal. */
export function textReport(report: Report, style: Style, requestsOnly = false): string {
  const { stack, changes, notJudged, objects, findings, failures } = report;
  const long = () => [
    ...changes.flatMap((change) => changeLines(change, style)),
    ...notJudged.map(notJudgedLine),
    ...driftLines(report, style),
    ...findings.introduced.map((one) => findingLine("new", one)),
    ...findings.fixed.map((one) => findingLine("fixed", one)),
    ...objects.flatMap((one) => [headLine(one, style), ...one.fields.map(fieldLine)]),
  ];
  return [
    style("bold", `${stack}: ${verdictOf(report)}`),
    ...failures,
    ...(requestsOnly ? shortReport(report, style) : long()),
  ].join("\n");
}
