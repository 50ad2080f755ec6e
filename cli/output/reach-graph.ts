import type { Answer } from "../../analysis/requests/answer";
import { answerWords, percentWords } from "../../analysis/requests/answer-words";
import { waypointsOf } from "../../analysis/requests/reach/level";
import type { Reach } from "../../analysis/requests/reach/reach";

/** A line of the graph of who reaches whom. */
export interface ReachEdge {
  /** The client in words, which name its node. */
  readonly from: string;
  /** Who is reached, or the host that nobody answers for. */
  readonly to: string;
  readonly label: string;
  /** False where the requests are refused or nobody is there. */
  readonly isReached: boolean;
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

function edgesOf(one: Reach): ReachEdge[] {
  const { from, gateway, to, requests, answer } = one;
  const named = [...one.callers, ...one.others];
  const sources = named.length > 0 ? named : [gateway ? `${from} at ${gateway}` : from];
  const ends =
    answer.destinations.length > 0
      ? answer.destinations.map((destination) => ({
          to: `${versionOf(destination)} (${to})`,
          label: labelOf(one, destination.share),
          isReached: true,
        }))
      : [{ to, label: `${requests}: ${answerWords(answer)}`, isReached: false }];
  return sources.flatMap((source) => ends.map((end) => ({ from: source, ...end })));
}

/** Who reaches whom as a graph, each line once. */
export function reachEdges(all: readonly Reach[]): ReachEdge[] {
  const edges = all.flatMap(edgesOf);
  return [...new Map(edges.map((edge) => [JSON.stringify(edge), edge])).values()];
}

/** The nodes of such a graph, in the order in which its lines name them. */
export const reachNodes = (edges: readonly ReachEdge[]): string[] => [
  ...new Set(edges.flatMap(({ from, to }) => [from, to])),
];
