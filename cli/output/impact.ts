import { type Change, dangers, type Impact } from "../../analysis/requests/impact/change";
import { changeJson } from "../../analysis/requests/impact/change-json";
import { changeMarkdown, dangerTitles } from "./change-markdown";
import { changeLines, notJudgedLine } from "./change-text";
import { plain } from "./markdown";
import type { Style } from "./style";

/** How many changes there are of each danger, in one line. */
function verdict({ changes, notJudged }: Impact): string {
  const counts = dangers.flatMap((danger) => {
    const own = changes.filter((one) => one.danger === danger).length;
    return own === 0 ? [] : [`${own} ${danger}`];
  });
  const open = notJudged.length === 0 ? [] : [`${notJudged.length} not judged`];
  return [...(counts.length === 0 ? ["no request gets another answer"] : counts), ...open].join(
    ", ",
  );
}

/** What programs read. */
export const impactJson = ({ changes, notJudged, asked }: Impact): string =>
  JSON.stringify({ changes: changes.map(changeJson), notJudged, asked }, undefined, 2);

/** What is told at a terminal. */
export const impactText = (impact: Impact, style: Style): string =>
  [
    ...impact.changes.flatMap((change) => changeLines(change, style)),
    ...impact.notJudged.map(notJudgedLine),
    style("bold", verdict(impact)),
  ].join("\n");

const section = (title: string, changes: readonly Change[]): string[] =>
  changes.length === 0 ? [] : [`### ${title}`, "", ...changes.map(changeMarkdown), ""];

/** The same as Markdown. */
export const impactMarkdown = (impact: Impact): string =>
  [
    `**${verdict(impact)}**`,
    "",
    ...dangers.flatMap((danger) =>
      section(
        dangerTitles[danger],
        impact.changes.filter((one) => one.danger === danger),
      ),
    ),
    ...impact.notJudged.map((one) => `- ${plain(notJudgedLine(one))}`),
  ]
    .join("\n")
    .trimEnd();
