import { objectWords } from "../../analysis/mesh/kubernetes-object";
import type { Answer } from "../../analysis/requests/answer";
import { answerJson } from "../../analysis/requests/answer-json";
import { answerWords, percentWords } from "../../analysis/requests/answer-words";
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

const quoted = (text: string): string => `"${text.replaceAll('"', "#quot;")}"`;

/** Nodes of a graph, each with a short name of its own. */
class Nodes {
  readonly #names = new Map<string, string>();

  of(words: string): string {
    const known = this.#names.get(words) ?? `n${this.#names.size}`;
    this.#names.set(words, known);
    return known;
  }

  lines(): string[] {
    return [...this.#names].map(([words, name]) => `  ${name}[${quoted(words)}]`);
  }
}

const labelOf = ({ level, requests, answer }: Reach, share: number): string =>
  [
    level,
    ...(requests.startsWith("any") && !requests.includes(" but ") ? [] : [requests]),
    ...(share === 100 ? [] : [percentWords(share)]),
    ...waypointsOf(answer).map((waypoint) => `by ${waypoint}`),
  ].join(", ");

const versionOf = ({ service, version, workload }: Answer["destinations"][number]): string =>
  [service ?? workload ?? "an address", version].filter(Boolean).join(" ");

function edges(one: Reach, nodes: Nodes): string[] {
  const { from, gateway, to, answer } = one;
  const sources = one.callers.length > 0 ? one.callers : [gateway ? `${from} at ${gateway}` : from];
  const isReached = answer.destinations.length > 0;
  return sources.flatMap((source) =>
    isReached
      ? answer.destinations.map((destination) => {
          const end = nodes.of(`${versionOf(destination)} (${to})`);
          return `  ${nodes.of(source)} -->|${quoted(labelOf(one, destination.share))}| ${end}`;
        })
      : [
          `  ${nodes.of(source)} -.->|${quoted(`${one.requests}: ${answerWords(answer)}`)}| ${nodes.of(to)}`,
        ],
  );
}

/** A graph of Mermaid's: who is reached by a line, who refuses by a dotted one. */
export function reachMermaid(all: readonly Reach[]): string {
  const nodes = new Nodes();
  const lines = [...new Set(all.flatMap((one) => edges(one, nodes)))];
  return ["flowchart LR", ...nodes.lines(), ...lines].join("\n");
}
