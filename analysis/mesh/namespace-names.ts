import type { Mesh } from "./mesh";

/** Namespaces that Kubernetes keeps its own parts in. */
const kubernetesOwn = ["kube-system", "kube-public", "kube-node-lease"];

/** Whether a namespace is for parts of Kubernetes itself, which are no part of a mesh. */
export const isKubernetesOwn = (namespace: string): boolean => kubernetesOwn.includes(namespace);

/** Namespaces that every cluster has, whoever declares them. */
const inEveryCluster = ["default", ...kubernetesOwn];

/** Names of the namespaces that are known to be there. */
export const namespaceNames = (mesh: Mesh): ReadonlySet<string> =>
  new Set([...mesh.namespaces.keys(), ...inEveryCluster, mesh.config.rootNamespace]);
