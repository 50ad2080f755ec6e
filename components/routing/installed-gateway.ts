import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../arguments/known-output";
import type { GatewayRole, GatewayTopologyFact } from "../program/facts/gateway-facts";
import { chosenBy, type Labels, labelsInWords, labelsMeet } from "../program/labels";
import type { View } from "../program/view";

const sameLabels = (one: Labels, other: Labels): boolean =>
  Object.keys(one).length === Object.keys(other).length && chosenBy(one, other);

/** What the program says of the Pods that a Gateway chooses by these labels. */
export const installedGateways = (labels: Labels, program: View): GatewayTopologyFact[] =>
  program
    .said("gatewayTopology")
    .filter(({ selector }) => selector !== undefined && sameLabels(selector, labels));

/** The gateways of the program whose Pods may be among those that these labels choose. */
export const gatewaysAmong = (labels: Labels, program: View): GatewayTopologyFact[] =>
  program
    .said("gatewayTopology")
    .filter(({ selector }) => selector !== undefined && labelsMeet(selector, labels) !== "never");

/**
 * Labels that choose no gateway of the program although it has one for this: its own was meant, unless
 * another program has one with these labels.
 */
export function noneChosen(
  labels: Labels | undefined,
  role: GatewayRole,
  program: View,
): string | undefined {
  const there = program.said("gatewayTopology").filter((one) => one.role === role);
  if (labels === undefined || there.length === 0 || gatewaysAmong(labels, program).length > 0) {
    return undefined;
  }
  const known = there.map(({ owner, selector }) => `${owner} has ${labelsInWords(selector ?? {})}`);
  return `${labelsInWords(labels)} chooses no gateway of this program, and nobody answers unless another program has one: ${known.join(", ")}; pass the output selector of the one that is meant`;
}

/** What the proxies of an istiod believe; undefined where nobody says so, or istiods do not agree. */
function believedInMesh(program: View, revision: string | undefined): number | undefined {
  const ofMesh = program.said("gatewayTopology").filter(({ selector }) => selector === undefined);
  const named = revision === undefined ? [] : program.said("revision", [revision]);
  const own = ofMesh.filter((one) => named.some((name) => name.revision === one.revision));
  const said = own.length > 0 ? own : ofMesh;
  const [number, ...others] = new Set(said.map(({ numTrustedProxies }) => numTrustedProxies));
  return others.length > 0 || number === "of the mesh" ? undefined : number;
}

/** Whether the mesh's gateways hear who the client is before its first byte. */
export const proxyProtocolExpected = (program: View): boolean =>
  program
    .said("gatewayTopology")
    .some(({ selector, proxyProtocol }) => selector === undefined && proxyProtocol);

/** How many proxies in front are believed, by own settings or those of the mesh; undefined if unsure. */
export const believedProxies = (
  { numTrustedProxies: own, revision }: Pick<GatewayTopologyFact, "numTrustedProxies" | "revision">,
  program: View,
): number | undefined => (own === "of the mesh" ? believedInMesh(program, revision) : own);

/** Nobody reaches a port that the gateway's Service does not have. */
export function closedPort(
  found: readonly GatewayTopologyFact[],
  port: pulumi.Input<number>,
): string | undefined {
  const number = recall(port);
  const closed = ({ ports }: GatewayTopologyFact) =>
    ports !== undefined && number !== undefined && !ports.includes(number);
  const [first] = found;
  return first && found.every(closed)
    ? `${number} is no port of ${first.owner} (${first.ports?.join(", ")}); add it to its extraPorts`
    : undefined;
}
