import type { Reach } from "../../analysis/requests/reach/reach";
import { reachEdges, reachNodes } from "./reach-graph";

const quoted = (text: string): string => `"${text.replaceAll('"', "#quot;")}"`;

/** A graph of Mermaid's: who is reached by a line, who refuses by a dotted one. */
export function reachMermaid(all: readonly Reach[]): string {
  const edges = reachEdges(all);
  const nodes = reachNodes(edges);
  const names = new Map(nodes.map((words, i) => [words, `n${i}`]));
  return [
    "flowchart LR",
    ...nodes.map((words) => `  ${names.get(words)}[${quoted(words)}]`),
    ...edges.map(
      ({ from, to, label, isReached }) =>
        `  ${names.get(from)} ${isReached ? "-->" : "-.->"}|${quoted(label)}| ${names.get(to)}`,
    ),
  ].join("\n");
}
