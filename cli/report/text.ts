import { objectWords } from "../../analysis/mesh/kubernetes-object";
import type { Located } from "../check/judgement";
import { changeLines, notJudgedLine } from "../output/change-text";
import type { Style } from "../output/style";
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

/** What happens to requests, in few lines. */
function requestLines(report: Report, style: Style): string[] {
  const { stack, changes, notJudged, failures } = report;
  return [
    style("bold", `${stack}: ${verdictOf(report)}`),
    ...failures,
    ...changes.flatMap((change) => changeLines(change, style)),
    ...notJudged.map(notJudgedLine),
  ];
}

/** What is told at a terminal. */
export function textReport(report: Report, style: Style, requestsOnly = false): string {
  const requests = requestLines(report, style);
  const { objects, findings } = report;
  const rest = [
    ...findings.introduced.map((one) => findingLine("new", one)),
    ...findings.fixed.map((one) => findingLine("fixed", one)),
    ...objects.flatMap((one) => [headLine(one, style), ...one.fields.map(fieldLine)]),
  ];
  const outages = objects.filter(({ outage }) => outage !== undefined);
  const told = requestsOnly ? outages.map((one) => headLine(one, style)) : rest;
  return [...requests, ...told].join("\n");
}
