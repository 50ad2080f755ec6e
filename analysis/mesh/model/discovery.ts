import { namespaceNameLabel } from "../../../values/known-names";
import { list } from "../fields";
import type { Mesh } from "../mesh";
import { fitsSelector, type LabelSelector, type Labels } from "./selector";

/** Whether istiod looks into a namespace with these labels, as the discoverySelectors of the mesh config say. */
export function isDiscovered(
  { config }: Mesh,
  { name, labels }: { readonly name: string; readonly labels: Labels },
): boolean {
  const selectors = list(config.all.discoverySelectors) as LabelSelector[];
  const all = { [namespaceNameLabel]: name, ...labels };
  return (
    selectors.length === 0 ||
    name === config.rootNamespace ||
    selectors.some((one) => fitsSelector(one, all))
  );
}
