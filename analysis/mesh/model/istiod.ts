import { type Fields, fields, list } from "../fields";
import type { Mesh } from "../mesh";
import type { Workload } from "./workloads";

/** Every istiod that is declared. */
export const istiods = (mesh: Mesh): Workload[] =>
  mesh.workloads.filter(({ labels }) => labels.app === "istiod");

/** What stands in the environment of every istiod that is declared. */
export const environmentOfIstiod = (mesh: Mesh): Fields[] =>
  istiods(mesh)
    .flatMap(({ pod }) => list(fields(pod.spec).containers))
    .flatMap(({ env }) => list(env));
