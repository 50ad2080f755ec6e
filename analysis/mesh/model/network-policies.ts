import { namespaceNameLabel } from "../../../values/known-names";
import type { Declared } from "../declared-set";
import { type Fields, fields, list, number, text } from "../fields";
import { Kind } from "../kinds";
import { kindOf } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import { known } from "../not-judged";
import { firstPair, fitsSelector, type LabelSelector, pairsOf } from "./selector";
import type { Workload } from "./workloads";

/** A NetworkPolicy of Kubernetes. */
export type NetworkPolicy = Declared<Fields>;

/** Whether a port of a rule is for TCP. */
export const isTcpPort = ({ protocol }: Fields): boolean => (text(protocol) ?? "TCP") === "TCP";

/** Whether a port of a rule takes a number of TCP; a name is that of a container's port, and takes none. */
export function takesPort(port: Fields, wanted: number): boolean {
  const first = number(port.port);
  const last = number(port.endPort) ?? first;
  return port.port === undefined
    ? isTcpPort(port)
    : isTcpPort(port) && (first ?? Infinity) <= wanted && wanted <= (last ?? 0);
}

/** Rules of what comes in. */
export const ingressRules = ({ spec }: NetworkPolicy): Fields[] => list(fields(spec).ingress);

/** Rules of what goes out. */
export const egressRules = ({ spec }: NetworkPolicy): Fields[] => list(fields(spec).egress);

/** Whether a policy says what comes in; it does unless its types leave that out. */
export function isForIngress({ spec }: NetworkPolicy): boolean {
  const { policyTypes } = fields(spec);
  return !Array.isArray(policyTypes) || policyTypes.includes("Ingress");
}

/** Whether a policy says what goes out; without types it does where it has rules of it. */
export function isForEgress({ spec }: NetworkPolicy): boolean {
  const { policyTypes, egress } = fields(spec);
  return Array.isArray(policyTypes) ? policyTypes.includes("Egress") : egress !== undefined;
}

const selectorOf = ({ spec }: NetworkPolicy): LabelSelector =>
  fields(fields(spec).podSelector) as LabelSelector;

/** Whether a policy of their namespace is for the Pods of a workload. */
export const choosesPods = (policy: NetworkPolicy, { labels }: Pick<Workload, "labels">): boolean =>
  fitsSelector(selectorOf(policy), labels);

/** The workloads that a policy is for. */
export const podsOfPolicy = (policy: NetworkPolicy, mesh: Mesh): readonly Workload[] =>
  mesh
    .selected(selectorOf(policy).matchLabels ?? {}, policy.id.namespace)
    .filter((workload) => choosesPods(policy, workload));

/** Whether policies of another kind are there, which may let out what these do not. */
export const hasOtherPolicies = (mesh: Mesh): boolean =>
  mesh.set.objects.some(
    ({ id }) => id.kind.endsWith("NetworkPolicy") && kindOf(id) !== Kind.NetworkPolicy,
  );

/** Whether a peer may be Pods of a namespace: its labels are all that is looked at. */
export function mayBeIn(
  { ipBlock, namespaceSelector }: Fields,
  own: string,
  place: string,
  mesh: Mesh,
): boolean {
  if (ipBlock !== undefined || namespaceSelector === undefined) {
    return ipBlock !== undefined || own === place;
  }
  const namespace = mesh.namespaces.get(place);
  const selector = fields(namespaceSelector) as LabelSelector;
  const named = { [namespaceNameLabel]: place };
  if (namespace?.declared) {
    return fitsSelector(selector, { ...namespace.labels, ...named });
  }
  // Labels of a namespace that is not declared are not known, but for its name.
  const { matchLabels = {}, matchExpressions = [] } = selector;
  const name = matchLabels[namespaceNameLabel];
  const byName = matchExpressions.filter(({ key }) => key === namespaceNameLabel);
  return (
    (name === undefined || name === place) && fitsSelector({ matchExpressions: byName }, named)
  );
}

/** Policies of what comes in, by their namespaces and what they choose by; what is not known yet may be one. */
const ingressPolicies = (mesh: Mesh): ReadonlyMap<string, readonly NetworkPolicy[]> =>
  grouped(
    mesh.set.all(Kind.NetworkPolicy).filter((policy) => known(() => isForIngress(policy)) ?? true),
    (policy) => `${policy.id.namespace}|${firstPair(selectorOf(policy).matchLabels ?? {})}`,
  );

/** The policies that say what comes in to a workload: together they let in what one of them does. */
export const ingressPoliciesOf = (workload: Workload, mesh: Mesh): readonly NetworkPolicy[] =>
  pairsOf(workload.labels)
    .flatMap((pair) => mesh.fact(ingressPolicies).get(`${workload.namespace}|${pair}`) ?? [])
    .filter((policy) => choosesPods(policy, workload));
