import {
  isClusterWide,
  type KubernetesObject,
  kindOf,
} from "../../analysis/mesh/kubernetes-object";
import type { Input } from "./input";

/** What an object replaces when it is applied: whatever has its kind, in any version, its place and its name. */
function identity(object: KubernetesObject, namespace: string): string {
  const { kind, metadata } = object;
  const place = isClusterWide(kind) ? "" : metadata.namespace || namespace;
  return `${kindOf(object)} ${String(place)}/${String(metadata.name)}`;
}

/** A cluster as it is when files have been applied to it, without what they bring themselves. */
export function overlaid(cluster: Input, files: Input, namespace = "default"): Input {
  const own = new Set(files.objects.map(({ object }) => identity(object, namespace)));
  return {
    ...cluster,
    objects: cluster.objects.filter(({ object }) => !own.has(identity(object, namespace))),
  };
}
