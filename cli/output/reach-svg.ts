import { Graph, layout, type Point } from "@dagrejs/dagre";
import type { Reach } from "../../analysis/requests/reach/reach";
import { type ReachEdge, reachEdges, reachNodes } from "./reach-graph";

/** Pixels; a letter of the font is about so wide. */
const size = { letter: 7.3, line: 16, padding: 12, margin: 20, rank: 60, node: 24 } as const;

const style = `text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #1f2328; }
rect { fill: #f6f8fa; stroke: #59636e; }
rect.label { fill: #ffffff; stroke: none; }
path { fill: none; stroke: #0969da; }
path.refused { stroke: #cf222e; stroke-dasharray: 4 3; }
#reached path { fill: #0969da; stroke: none; }
#refused path { fill: #cf222e; stroke: none; }`;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

const escaped = (text: string): string => text.replace(/[&<>"]/g, (one) => entities[one] ?? one);

const widthOf = (text: string): number => Math.ceil(text.length * size.letter) + 2 * size.padding;

/** A tenth of a pixel is as fine as anybody sees, and the same on every machine. */
const pixels = (value: number): string => String(Math.round(value * 10) / 10);

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box around its middle with a text in it. */
function boxed(text: string, { x, y, width, height }: Box, kind?: string): string[] {
  const own = kind === undefined ? ` rx="4"` : ` class="${kind}"`;
  return [
    `<rect${own} x="${pixels(x - width / 2)}" y="${pixels(y - height / 2)}" width="${pixels(width)}" height="${pixels(height)}"/>`,
    `<text x="${pixels(x)}" y="${pixels(y)}" text-anchor="middle" dominant-baseline="central">${escaped(text)}</text>`,
  ];
}

const arrowHead = (id: string): string =>
  `<marker id="${id}" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>`;

const lineThrough = (points: readonly Point[]): string =>
  points.map(({ x, y }, i) => `${i === 0 ? "M" : "L"}${pixels(x)} ${pixels(y)}`).join("");

/** Nodes and lines with their places, found by the layout. */
function laidOut(edges: readonly ReachEdge[]) {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: "LR",
    ranksep: size.rank,
    nodesep: size.node,
    marginx: size.margin,
    marginy: size.margin,
  });
  for (const words of reachNodes(edges)) {
    graph.setNode(words, { width: widthOf(words), height: size.line + 2 * size.padding });
  }
  for (const [i, { from, to, label }] of edges.entries()) {
    const own = { width: widthOf(label), height: size.line, labelpos: "c" as const };
    graph.setEdge(from, to, own, `${i}`);
  }
  layout(graph);
  return graph;
}

/** A picture of who reaches whom: blue where somebody answers, red and dashed where nobody does. */
export function reachSvg(all: readonly Reach[]): string {
  const edges = reachEdges(all);
  const graph = laidOut(edges);
  const { width = 0, height = 0 } = edges.length === 0 ? {} : graph.graph();
  const placed = edges.map((edge, i) => ({ edge, at: graph.edge(edge.from, edge.to, `${i}`) }));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels(width)}" height="${pixels(height)}" viewBox="0 0 ${pixels(width)} ${pixels(height)}" role="img">`,
    "<title>Who reaches whom</title>",
    `<style>${style}</style>`,
    `<defs>${arrowHead("reached")}${arrowHead("refused")}</defs>`,
    `<rect class="label" width="100%" height="100%"/>`,
    ...placed.map(({ edge, at }) => {
      const kind = edge.isReached ? "reached" : "refused";
      return `<path class="${kind}" marker-end="url(#${kind})" d="${lineThrough(at.points ?? [])}"/>`;
    }),
    ...placed.flatMap(({ edge, at }) =>
      boxed(
        edge.label,
        { x: at.x ?? 0, y: at.y ?? 0, width: widthOf(edge.label), height: size.line },
        "label",
      ),
    ),
    ...reachNodes(edges).flatMap((words) => {
      const { x = 0, y = 0, width: own, height: tall } = graph.node(words);
      return boxed(words, { x, y, width: own, height: tall });
    }),
    "</svg>",
  ].join("\n");
}
