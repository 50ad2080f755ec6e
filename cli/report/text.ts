import { objectWords } from "../../analysis/mesh/kubernetes-object";
import { requestWords } from "../../analysis/requests/request-words";
import type { Located } from "../check/judgement";
import type { Style } from "../output/style";
import type { FieldChange } from "./field-changes";
import type { Report, ToldChange, ToldObject } from "./report";
import { verdictOf } from "./verdict";

const grave: readonly string[] = ["outage", "exposure", "lockout"];

function changeLines(change: ToldChange, style: Style): string[] {
  const { danger, from, to, requests, effect, example, allowed } = change;
  const meant = allowed ? " (allowed)" : "";
  return [
    `${style(grave.includes(danger) ? "red" : "yellow", danger)} ${from} → ${to}, ${requests}: ${effect}${meant}`,
    style("dim", `  ${requestWords(example)}`),
  ];
}

function fieldLine({ path, before, after }: FieldChange): string {
  if (before === undefined) {
    return `  ${path} + ${after}`;
  }
  return after === undefined ? `  ${path} − ${before}` : `  ${path} ${before} → ${after}`;
}

function objectLines(
  { fate, object, fields, outage, allowed }: ToldObject,
  style: Style,
): string[] {
  const danger = outage === undefined ? "" : `: ${allowed ? "allowed" : "outage"}, ${outage}`;
  return [
    `${style(outage === undefined ? "bold" : "red", `${object} ${fate}`)}${danger}`,
    ...fields.map(fieldLine),
  ];
}

const findingLine = (what: string, { finding }: Located): string =>
  `${what} ${finding.level} ${objectWords(finding.resource)}: ${finding.path}: ${finding.message} [${finding.code}]`;

/** What is told at a terminal. */
export function textReport(report: Report, style: Style): string {
  const { stack, changes, notJudged, objects, findings, failures } = report;
  return [
    style("bold", `${stack}: ${verdictOf(report)}`),
    ...failures,
    ...changes.flatMap((change) => changeLines(change, style)),
    ...notJudged.map(
      ({ requests, reason }) =>
        `not judged: ${requests === undefined ? "" : `${requests}: `}${reason}`,
    ),
    ...findings.introduced.map((one) => findingLine("new", one)),
    ...findings.fixed.map((one) => findingLine("fixed", one)),
    ...objects.flatMap((one) => objectLines(one, style)),
  ].join("\n");
}
