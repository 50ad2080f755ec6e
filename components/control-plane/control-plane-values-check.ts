import type { ArgumentCheck } from "../../arguments/argument-check";
import { shown } from "../../arguments/shown";
import { isKnown } from "../../arguments/when-known";
import { valueAt } from "./chart-values";
import type { ControlPlaneArgs } from "./control-plane-args";

/** A value of the chart `istiod` that is plain, and where it was written; `pilot` counts first. */
function istiodValue(args: ControlPlaneArgs, key: string): [value: unknown, path: string] | [] {
  for (const path of [`pilot.${key}`, key]) {
    const value = valueAt(args.values?.istiod ?? {}, path);
    if (value !== undefined && isKnown(value)) {
      return [value, `values.istiod.${path}`];
    }
  }
  return [];
}

/** The chart renders whatever stands there, and the API server refuses it in the middle of an update. */
export function checkAutoscaleValues(check: ArgumentCheck, args: ControlPlaneArgs): void {
  const [min, minAt] = istiodValue(args, "autoscaleMin");
  const [max, maxAt] = istiodValue(args, "autoscaleMax");
  const { autoscaling = {} } = args;
  const least = min ?? autoscaling.min ?? 1;
  const most = max ?? autoscaling.max ?? 5;
  const path = minAt ?? maxAt;
  if (path && typeof least === "number" && typeof most === "number" && least > most) {
    check.fail(
      path,
      `${path === minAt ? least : most}: at least ${least} and at most ${most} istiods is nothing; write autoscaling: { min: ${least}, max: ${Math.max(least, 5)} }, or ${path === minAt ? "autoscaleMax" : "autoscaleMin"} beside it`,
    );
  }
}

/** What an argument says as well as a value of the chart; where they differ, one of them is a mistake. */
const saidTwice = {
  meshId: "global.meshID",
  clusterName: "global.multiCluster.clusterName",
  network: "global.network",
  clusterDomain: "global.proxy.clusterDomain",
} as const;

/** Reports values of the chart that contradict an argument; the same value twice is let through. */
export function checkSaidTwice(check: ArgumentCheck, args: ControlPlaneArgs): void {
  for (const [key, at] of Object.entries(saidTwice) as [keyof typeof saidTwice, string][]) {
    const argument = args[key];
    const [value, path] = istiodValue(args, at);
    if (argument !== undefined && isKnown(argument) && path && value !== argument) {
      check.fail(path, `${shown(value)} is not ${key}, which is ${shown(argument)}; leave it out`);
    }
  }
}
