import type { Difference } from "../check/against";
import type { Judgement, Located } from "../check/judgement";
import type { Style } from "./style";
import { findingsText, summaryText } from "./text";

const section = (title: string, findings: readonly Located[], style: Style): string[] => [
  style("bold", `${title}: ${findings.length}`),
  ...(findings.length > 0 ? ["", ...findingsText(findings, style)] : []),
];

/** What is new and what is gone; what stays is only counted. */
export const differenceText = (
  judgement: Judgement,
  { introduced, fixed, unchanged }: Difference,
  style: Style,
): string =>
  [
    ...section("introduced", introduced, style),
    ...section("fixed", fixed, style),
    style("bold", `unchanged: ${unchanged.length}`),
    ...summaryText(judgement),
  ].join("\n");
