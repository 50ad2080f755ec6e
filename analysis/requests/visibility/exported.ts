import type { Mesh } from "../../mesh/mesh";
import type { Host } from "../../mesh/model/services";
import { hostsByCreation } from "./order";

/** Where something is seen, and how it is exported there: to everybody comes last. */
export type Export = "private" | "named" | "public";

/** How what is exported so is seen in a namespace; undefined where it is not. */
export function exportTo(
  names: readonly string[],
  from: string,
  namespace: string,
): Export | undefined {
  if (names.includes("*")) {
    return "public";
  }
  const isSeen =
    !names.includes("~") &&
    names.some((name) => name === namespace || (name === "." && from === namespace));
  return isSeen ? (from === namespace ? "private" : "named") : undefined;
}

/** Those that are seen, in istiod's order: what is exported by name goes before what everybody sees. */
export function seenFirst(hosts: readonly Host[], namespace: string): readonly Host[] {
  const ranked = hosts.map((host) => ({
    host,
    as: exportTo(host.exportTo, host.namespace, namespace),
  }));
  return [
    ...ranked.filter(({ as }) => as === "private" || as === "named"),
    ...ranked.filter(({ as }) => as === "public"),
  ].map(({ host }) => host);
}

/** All hosts of the mesh, the oldest first. */
export const oldestHosts = (mesh: Mesh): readonly Host[] =>
  [...mesh.hosts.all].sort(hostsByCreation);

/** The hosts of one name, the oldest first. */
export function oldestNamed(mesh: Mesh, name: string): readonly Host[] {
  const all = mesh.hosts.named(name);
  return all.length < 2 ? all : [...all].sort(hostsByCreation);
}
