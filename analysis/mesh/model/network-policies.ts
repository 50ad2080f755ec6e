import type { Declared } from "../declared-set";
import { type Fields, fields, list, number, text } from "../fields";
import type { Mesh } from "../mesh";
import { fitsSelector, type LabelSelector } from "./selector";
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
