import { type Fields, fields, list } from "../fields";
import type { Mesh } from "../mesh";
import type { Workload } from "./workloads";

/** Port at which istiod gives proxies their configuration and certificates. */
export const istiodPort = 15012;

/** Whether Pods are those of an istiod. */
export const isIstiod = ({ labels }: Workload): boolean => labels.app === "istiod";

/** Every istiod that is declared. */
export const istiods = (mesh: Mesh): Workload[] => mesh.workloads.filter(isIstiod);

/** What stands in the environment of every istiod that is declared. */
export const environmentOfIstiod = (mesh: Mesh): Fields[] =>
  istiods(mesh)
    .flatMap(({ pod }) => list(fields(pod.spec).containers))
    .flatMap(({ env }) => list(env));
