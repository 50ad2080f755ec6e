import {
  ambientRedirection,
  dataplaneModeLabel,
  podInjectionLabel,
} from "../../values/known-names";
import { DeclaredSet } from "../mesh/declared-set";
import { keyedFacts } from "../mesh/keyed-facts";
import type { KubernetesObject } from "../mesh/kubernetes-object";
import type { Mesh } from "../mesh/mesh";
import type { DataPlaneMode } from "../mesh/model/namespaces";
import type { Labels } from "../mesh/model/selector";
import { type Workload, workloadsOf } from "../mesh/model/workloads";
import type { PodCaller } from "./request";

/** What a Pod says so that a part of the mesh stands before it, whatever its namespace says. */
const saying: Readonly<Record<DataPlaneMode, { labels: Labels; annotations?: Labels }>> = {
  sidecar: { labels: { [podInjectionLabel]: "true", [dataplaneModeLabel]: "none" } },
  ambient: {
    labels: { [podInjectionLabel]: "false" },
    annotations: { [ambientRedirection]: "enabled" },
  },
  none: { labels: { [podInjectionLabel]: "false", [dataplaneModeLabel]: "none" } },
};

function made({ namespace, mode, labels, serviceAccount }: PodCaller): KubernetesObject {
  const { labels: own, annotations = {} } = saying[mode];
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "any-pod", namespace, labels: { ...labels, ...own }, annotations },
    spec: { ...(serviceAccount !== undefined && { serviceAccountName: serviceAccount }) },
  };
}

const pods = keyedFacts<[caller: string], Workload>();

/** A Pod as a workload of the mesh, although the set does not declare it. */
export function podOf(mesh: Mesh, caller: PodCaller): Workload {
  return mesh.fact(pods).get([JSON.stringify(caller)], () => {
    const [workload] = workloadsOf(new DeclaredSet([made(caller)]), mesh.namespaces);
    if (workload === undefined) {
      throw new Error("a Pod is a workload");
    }
    return workload;
  });
}
