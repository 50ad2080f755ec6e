import { objectWords } from "../../analysis/mesh/kubernetes-object";
import type { Answer } from "../../analysis/requests/answer";
import { answerJson } from "../../analysis/requests/answer-json";
import { answerWords } from "../../analysis/requests/answer-words";
import { waypointsOf } from "../../analysis/requests/reach/level";
import type { Reach } from "../../analysis/requests/reach/reach";
import { requestWords } from "../../analysis/requests/request-words";
import type { Style } from "./style";

/** Objects that decided, each once. */
const decidedBy = ({ trail }: Answer): string[] => [...new Set(trail.map(objectWords))];

/** What programs read. */
export const reachJson = (all: readonly Reach[]): string =>
  JSON.stringify(
    all.map(({ example, answer, ...own }) => ({
      ...own,
      waypoints: waypointsOf(answer),
      objects: decidedBy(answer),
      example: requestWords(example),
      answer: answerJson(answer),
    })),
    undefined,
    2,
  );

const columns = ["FROM", "TO", "LEVEL", "REQUESTS", "ANSWER"] as const;

const viaWords = (answer: Answer): string => {
  const waypoints = waypointsOf(answer);
  return waypoints.length === 0 ? "" : `, by waypoint ${waypoints.join(", ")}`;
};

function row({ from, gateway, to, level, requests, answer }: Reach): string[] {
  const words =
    answer.outcome === "notJudged"
      ? `not judged: ${answer.notModelled.join("; ")}`
      : `${answerWords(answer)}${viaWords(answer)}`;
  return [gateway === undefined ? from : `${from} at ${gateway}`, to, level, requests, words];
}

/** What is told at a terminal. */
export function reachTable(all: readonly Reach[], style: Style): string {
  const rows = [[...columns], ...all.map(row)];
  const widths = columns.map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)));
  return rows
    .map((cells, at) => {
      const line = cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd();
      return at === 0 ? style("bold", line) : line;
    })
    .join("\n");
}
