import { isIpAddress } from "../../../values/ip";
import { fitsRange, isEveryAddress } from "../../../values/ip-range";
import { namespaceNameLabel } from "../../../values/known-names";
import { type Fields, fields, list, text } from "../fields";
import type { Mesh } from "../mesh";
import { takesPort } from "./network-policies";
import { fitsSelector, type LabelSelector } from "./selector";
import type { Workload } from "./workloads";

/** An end of a connection, as far as it is known. */
export interface NetworkPeer {
  readonly workload?: Workload;
  /** Or a name, which is no address. */
  readonly ip?: string;
}

/** A port of Pods, and the containers that may have named it. */
export interface NetworkPort {
  readonly port: number;
  readonly workload?: Workload;
}

const selectorOf = (value: unknown): LabelSelector => fields(value) as LabelSelector;

function fitsPods(peer: Fields, namespace: string, { workload }: NetworkPeer, mesh: Mesh): boolean {
  if (workload === undefined) {
    return false;
  }
  const place = workload.namespace;
  const labels = { ...mesh.namespaces.get(place)?.labels, [namespaceNameLabel]: place };
  const isPlace =
    peer.namespaceSelector === undefined
      ? place === namespace
      : fitsSelector(selectorOf(peer.namespaceSelector), labels);
  return isPlace && fitsSelector(selectorOf(peer.podSelector), workload.labels);
}

/** Whether a block plainly takes an end: an address that nobody has said is in the block of all alone. */
function fitsBlock(block: Fields, { ip }: NetworkPeer): boolean {
  const range = text(block.cidr);
  const except = Array.isArray(block.except) ? block.except.flatMap((one) => text(one) ?? []) : [];
  if (range === undefined) {
    return false;
  }
  return ip === undefined || !isIpAddress(ip)
    ? isEveryAddress(range) && except.length === 0
    : fitsRange(range, ip) && !except.some((one) => fitsRange(one, ip));
}

function takesAt(written: Fields, { port, workload }: NetworkPort): boolean {
  const name = text(written.port);
  return name === undefined
    ? takesPort(written, port)
    : workload?.ports.some((own) => own.name === name && own.port === port) === true;
}

/** Whether a rule of a NetworkPolicy of a namespace plainly takes a connection; `peers` are its `from` or `to`. */
export function plainlyTakes(
  { rule, peers, namespace }: { rule: Fields; peers: unknown; namespace: string },
  peer: NetworkPeer,
  port: NetworkPort,
  mesh: Mesh,
): boolean {
  const all = list(peers);
  const ports = list(rule.ports);
  return (
    (ports.length === 0 || ports.some((own) => takesAt(own, port))) &&
    (all.length === 0 ||
      all.some((one) =>
        one.ipBlock === undefined
          ? fitsPods(one, namespace, peer, mesh)
          : fitsBlock(fields(one.ipBlock), peer),
      ))
  );
}
