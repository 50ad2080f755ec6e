import type { Mesh } from "./mesh";

/** Namespaces that every cluster has, whoever declares them. */
const inEveryCluster = ["default", "kube-system", "kube-public", "kube-node-lease"];

/** Names of the namespaces that are known to be there. */
export const namespaceNames = (mesh: Mesh): ReadonlySet<string> =>
  new Set([...mesh.namespaces.keys(), ...inEveryCluster, mesh.config.rootNamespace]);
