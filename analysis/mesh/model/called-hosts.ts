import { hostsToCall, isNetworkProxy, runsCaller } from "../../../values/called-host";
import { podTexts } from "./outsiders";
import type { Workload } from "./workloads";

/** A host outside of the cluster that Pods are told to call. */
export interface CalledHost {
  readonly host: string;
  readonly path: string;
}

/** The hosts outside that Pods are clearly told to call. */
export function calledOutside(workload: Workload): CalledHost[] {
  const texts = podTexts(workload);
  const isCaller = texts.some(({ name, value }) => name === undefined && runsCaller(value));
  return texts.some(({ name = "" }) => isNetworkProxy(name))
    ? []
    : texts.flatMap(({ name, value, path }) =>
        hostsToCall(name, value, isCaller).map((host) => ({ host, path })),
      );
}
