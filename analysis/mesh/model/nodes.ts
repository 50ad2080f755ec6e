import { nodeNameLabel } from "../../../values/known-names";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";

const prefixes = ["topology.kubernetes.io/", "topology.istio.io/"];

/** Whether istiod gives a label to endpoints itself, by the place that they run in. */
export const isTopologyLabel = (key: string): boolean =>
  key === nodeNameLabel || prefixes.some((prefix) => key.startsWith(prefix));

/**
 * Whether some Node has a label of the topology. Nodes are seldom declared: without any, and for labels
 * that a Node does not have, it has. An empty value stands for none.
 */
export function nodesHave(mesh: Mesh, key: string, value: string): boolean {
  const nodes = mesh.set.all(Kind.Node);
  const known = nodes.some(({ labels }) => labels[key] !== undefined);
  return value !== "" && (!known || nodes.some(({ labels }) => labels[key] === value));
}
