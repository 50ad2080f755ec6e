import { objectWords } from "../mesh/kubernetes-object";
import type { Mesh } from "../mesh/mesh";
import type { Host } from "../mesh/model/services";
import type { Workload } from "../mesh/model/workloads";
import { extensionsAt, type ProxySide } from "./extensions";
import { hasConnectionSettings } from "./proxy-settings";

/** What a side of a workload's proxy does with requests that is not modelled, in words. */
export function unmodelledAt(
  mesh: Mesh,
  workload: Workload,
  side: ProxySide,
  called?: Host,
): string[] {
  const isTuned = hasConnectionSettings(mesh, workload);
  return [
    ...extensionsAt(mesh, workload, side, called),
    ...(isTuned ? [`connectionSettings of the proxy of ${objectWords(workload.source.id)}`] : []),
  ];
}
