import { type Fields, fields, list } from "../fields";
import type { Mesh } from "../mesh";

/** What stands in the environment of every istiod that is declared. */
export const environmentOfIstiod = (mesh: Mesh): Fields[] =>
  mesh.workloads
    .filter(({ labels }) => labels.app === "istiod")
    .flatMap(({ pod }) => list(fields(pod.spec).containers))
    .flatMap(({ env }) => list(env));
