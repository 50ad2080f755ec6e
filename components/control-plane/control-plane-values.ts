import type { ArgumentCheck } from "../../arguments/argument-check";
import { dnsName, integer, labelValue } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { isKnown } from "../../arguments/when-known";
import { valueAt } from "./chart-values";
import { type ControlPlaneArgs, ControlPlaneParts, ControlPlaneSize } from "./control-plane-args";
import type { ControlPlaneChoices } from "./control-plane-choices";
import { steps } from "./control-plane-steps";
import { checkSecretNames } from "./image-pull-secrets";
import { refuseOverridden } from "./overridden-argument";
import type { ControlPlaneChart } from "./release-values";
import { checkBudget, checkScaling, refuseIdleCount } from "./scaling";

/** Arguments that only the chart of istiod reads. */
const ofIstiod = [
  "meshConfig",
  "meshId",
  "replicas",
  "autoscaling",
  "podDisruptionBudget",
  "clusterDomain",
] as const;

/** How many istiods there are, as arguments and as the chart's values say it. */
export function checkScale(
  check: ArgumentCheck,
  args: ControlPlaneArgs,
  c: ControlPlaneChoices,
): void {
  const { replicas, autoscaling, podDisruptionBudget } = args;
  const one = c.size === ControlPlaneSize.Small && !autoscaling ? 1 : undefined;
  checkScaling(check, { replicas, autoscaling });
  checkBudget(check, { replicas: replicas ?? one, autoscaling, podDisruptionBudget });
  check.input("replicas", replicas, integer(1));
  checkAutoscaleValues(check, args);
  checkReplicaCount(check, args, c);
}

/** Reports what no chart that is installed reads, and what is said twice. */
export function checkValues(
  check: ArgumentCheck,
  args: ControlPlaneArgs,
  c: ControlPlaneChoices,
): void {
  const installed = steps({ ...c, gatewayApi: false }).map(([chart]) => chart);
  for (const chart of Object.keys(args.values ?? {})) {
    if (!installed.includes(chart as ControlPlaneChart)) {
      check.fail(
        `values.${chart}`,
        `is for a chart that is not installed here; installed: ${installed.join(", ")}`,
      );
    }
  }
  for (const key of ofIstiod) {
    if (args[key] !== undefined && !installed.includes("istiod")) {
      check.fail(key, `is read by istiod, which the part "${c.parts}" does not install`);
    }
  }
  check.input("meshId", args.meshId, labelValue);
  check.input("clusterName", args.clusterName, labelValue);
  check.input("network", args.network, labelValue);
  check.input("clusterDomain", args.clusterDomain, dnsName);
  checkSecretNames(check, args.imagePullSecrets);
  checkSaidTwice(check, args);
  checkDecided(check, args, c);
}

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
function checkAutoscaleValues(check: ArgumentCheck, args: ControlPlaneArgs): void {
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
  meshConfig: "meshConfig",
} as const;

/** What the names of objects and the rest of the program are made of, by the values of each chart. */
const decided: Partial<Record<ControlPlaneChart, Record<string, DecidedBy>>> = {
  base: { defaultRevision: "defaultRevision", "global.istioNamespace": "namespace" },
  istiod: {
    revision: "revision",
    revisionTags: "revisionTags",
    "pilot.revision": "revision",
    "global.istioNamespace": "namespace",
  },
  cni: { revision: "revision" },
  ztunnel: { revision: "revision", istioNamespace: "namespace" },
};

type DecidedBy = "revision" | "revisionTags" | "defaultRevision" | "namespace";

/** A value tells the chart alone; Services, tags and gateways would go on with the argument. */
function checkDecided(check: ArgumentCheck, args: ControlPlaneArgs, c: ControlPlaneChoices): void {
  const said = { ...args, namespace: c.namespace, defaultRevision: c.defaultRevision };
  for (const [chart, places] of Object.entries(decided)) {
    // The shared parts have no revision; which one the agents on the nodes are of, their charts alone are told.
    const own = Object.entries(places).filter(
      ([, key]) => key !== "revision" || c.parts !== ControlPlaneParts.Shared,
    );
    for (const [at, key] of own) {
      const value = valueAt(args.values?.[chart as ControlPlaneChart] ?? {}, at);
      const argument = said[key];
      const isPlain = isKnown(value) && isKnown(argument);
      if (isPlain && isSaid(value) && JSON.stringify(value) !== JSON.stringify(argument)) {
        check.fail(
          `values.${chart}.${at}`,
          `${shown(value)} tells the chart alone, and names of objects, tags and gateways follow the argument ${key}; write ${key}: ${shown(value)} in its place`,
        );
      }
    }
  }
}

/** The charts take an empty value for none. */
const isSaid = (value: unknown): boolean => value !== undefined && value !== null && value !== "";

/** A number that the chart does not read while it scales by itself. */
function checkReplicaCount(
  check: ArgumentCheck,
  args: ControlPlaneArgs,
  c: ControlPlaneChoices,
): void {
  const [count, path] = istiodValue(args, "replicaCount");
  const [said, saidAt] = istiodValue(args, "autoscaleEnabled");
  if (saidAt && said === true && args.replicas !== undefined) {
    check.fail(saidAt, "true leaves replicas without effect; leave one out");
  }
  const scales = said ?? isScaled(args, c);
  if (path && scales === true) {
    refuseIdleCount(check, path, count);
  }
}

const isScaled = ({ replicas, autoscaling }: ControlPlaneArgs, c: ControlPlaneChoices): boolean =>
  replicas === undefined && (autoscaling !== undefined || c.size !== ControlPlaneSize.Small);

/** Reports values of the chart that contradict an argument. */
function checkSaidTwice(check: ArgumentCheck, args: ControlPlaneArgs): void {
  for (const [argument, at] of Object.entries(saidTwice) as [keyof typeof saidTwice, string][]) {
    const [value, path] = istiodValue(args, at);
    if (path) {
      refuseOverridden(check, { argument, said: args[argument] }, { path, value });
    }
  }
  for (const [argument, said, at] of scalingValues(args)) {
    const [value, path] = istiodValue(args, at);
    if (path) {
      refuseOverridden(check, { argument, said }, { path, value });
    }
  }
}

/** What arguments say of the number of istiods, and where the chart reads it. */
const scalingValues = ({ replicas, autoscaling, cni }: ControlPlaneArgs) =>
  [
    ["replicas", replicas, "replicaCount"],
    ["autoscaling.min", autoscaling?.min, "autoscaleMin"],
    ["autoscaling.max", autoscaling?.max, "autoscaleMax"],
    ["autoscaling.cpu", autoscaling?.cpu, "cpu.targetAverageUtilization"],
    ["cni", cni, "cni.enabled"],
  ] as const;
