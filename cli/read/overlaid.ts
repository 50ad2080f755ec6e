import { identityOf } from "../../analysis/mesh/kubernetes-object";
import type { Input } from "./input";

/** A cluster as it is when files have been applied to it, without what they bring themselves. */
export function overlaid(cluster: Input, files: Input, namespace?: string): Input {
  const own = new Set(files.objects.map(({ object }) => identityOf(object, namespace)));
  return {
    ...cluster,
    objects: cluster.objects.filter(({ object }) => !own.has(identityOf(object, namespace))),
  };
}
