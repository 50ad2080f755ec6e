import type { ArgumentCheck } from "../../arguments/argument-check";
import { dnsLabel, dnsName, integer, labelValue } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { checkUnique } from "../../arguments/unique";
import { podSecurityLabel } from "../../values/known-names";
import { checkDeletion } from "../namespaces/own-namespace";
import { checkChartSource } from "./chart-source";
import {
  type ControlPlaneArgs,
  ControlPlaneParts,
  ControlPlaneSize,
  GatewayApiMode,
} from "./control-plane-args";
import type { ControlPlaneChoices } from "./control-plane-choices";
import { steps } from "./control-plane-steps";
import { checkAutoscaleValues, checkSaidTwice } from "./control-plane-values-check";
import { checkSecretNames } from "./image-pull-secrets";
import { Installer } from "./installer";
import { checkMeshConfig } from "./mesh-config/mesh-config-check";
import { Profile } from "./profile";
import type { ControlPlaneChart } from "./release-values";
import { defaultRevision, ownRevisionName, revisionName } from "./revision";
import { checkBudget, checkScaling } from "./scaling-check";
import { istioVersion } from "./version";

function checkProfile(check: ArgumentCheck, { profile, preset, cni }: ControlPlaneArgs): void {
  if (profile === Profile.Ambient && preset) {
    check.fail(
      "preset",
      `"${preset}" cannot be joined with the ambient profile, which is a preset itself; leave it out and set what you need under values`,
    );
  }
  if (profile === Profile.Ambient && cni === false) {
    check.fail("cni", "false cannot work with the ambient profile; leave it out");
  }
}

function checkTags(check: ArgumentCheck, { revision, revisionTags = [] }: ControlPlaneArgs): void {
  revisionTags.forEach((tag, i) => {
    const at = `revisionTags[${i}]`;
    check.plain(at, tag, revisionName);
    if (tag === defaultRevision) {
      check.fail(
        at,
        revision === undefined
          ? `"default" cannot be a tag of an istiod without a revision: it injects by default already, and Pods would match both (IST0139)`
          : `"default" is set by defaultRevision; write defaultRevision: ${shown(revision)} where the shared parts are`,
      );
    }
    if (tag === revision) {
      check.fail(at, `${shown(tag)} is the revision itself; a tag is another name for it`);
    }
  });
  checkUnique(check, revisionTags, (i) => `revisionTags[${i}]`);
}

function checkDefaultRevision(
  check: ArgumentCheck,
  { parts = ControlPlaneParts.All, revision, defaultRevision: chosen }: ControlPlaneArgs,
): void {
  check.plain("defaultRevision", chosen, revisionName);
  if (chosen === undefined) {
    return;
  }
  if (parts === ControlPlaneParts.Istiod) {
    check.fail(
      "defaultRevision",
      `${shown(chosen)} is decided where the shared parts are, not by the part "istiod"`,
    );
  } else if (parts === ControlPlaneParts.All && revision === undefined && chosen !== "default") {
    check.fail(
      "defaultRevision",
      `${shown(chosen)} would inject by default beside the istiod without a revision, and Pods would match both (IST0139); give that one a revision, or leave this out`,
    );
  }
}

function checkRevisions(check: ArgumentCheck, args: ControlPlaneArgs): void {
  check.plain("revision", args.revision, ownRevisionName);
  checkTags(check, args);
  checkDefaultRevision(check, args);
  if (args.parts === ControlPlaneParts.Shared) {
    for (const key of ["revision", "revisionTags"] as const) {
      if (args[key] !== undefined) {
        check.fail(
          key,
          `${shown(args[key])} is for an istiod, and the shared parts have none; set it on the ControlPlane with the part "istiod"`,
        );
      }
    }
  }
}

function checkNamespaces(check: ArgumentCheck, args: ControlPlaneArgs, c: ControlPlaneChoices) {
  check.input("namespace", args.namespace, dnsLabel);
  check.input("agentNamespace", args.agentNamespace, dnsLabel);
  const { podSecurity } = args;
  if (podSecurity === undefined) {
    return;
  }
  if (!c.createNamespace) {
    check.fail(
      "podSecurity",
      `${shown(podSecurity)} is a label of the namespace, which is not created here; set it where the namespace is created`,
    );
  } else if (c.agentsHere && ["baseline", "restricted"].includes(podSecurity)) {
    check.fail(
      "podSecurity",
      `${shown(podSecurity)} refuses the CNI agent and ztunnel; write "privileged" or move them with agentNamespace`,
    );
  }
}

function checkGatewayApi(check: ArgumentCheck, args: ControlPlaneArgs, c: ControlPlaneChoices) {
  const { mode, manifest } = args.gatewayApi ?? {};
  if (manifest !== undefined && c.gatewayApi !== GatewayApiMode.Install) {
    check.fail(
      "gatewayApi.manifest",
      `${shown(manifest)} would not be used; set gatewayApi.mode to "install"`,
    );
  }
  if (c.parts === ControlPlaneParts.Istiod && mode === GatewayApiMode.Install) {
    check.fail(
      "gatewayApi.mode",
      `"install" is for the shared parts, which another ControlPlane owns; leave it out or write "expect"`,
    );
  }
}

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
function checkScale(check: ArgumentCheck, args: ControlPlaneArgs, c: ControlPlaneChoices): void {
  const { replicas, autoscaling, podDisruptionBudget } = args;
  const one = c.size === ControlPlaneSize.Small && !autoscaling ? 1 : undefined;
  checkScaling(check, { replicas, autoscaling });
  checkBudget(check, { replicas: replicas ?? one, autoscaling, podDisruptionBudget });
  check.input("replicas", replicas, integer(1));
  checkAutoscaleValues(check, args);
}

function checkValues(check: ArgumentCheck, args: ControlPlaneArgs, c: ControlPlaneChoices): void {
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
}

/** Helm creates the objects of a release, out of the reach of Pulumi's transforms. */
export function checkReleaseMetadata(
  check: ArgumentCheck,
  {
    installer,
    labels,
    annotations,
  }: Pick<ControlPlaneArgs, "installer" | "labels" | "annotations">,
): void {
  for (const [key, given] of Object.entries({ labels, annotations })) {
    if (installer === Installer.Release && given !== undefined) {
      check.fail(
        key,
        `${shown(Object.keys(given))} cannot reach objects that Helm creates; use installer "chart", or the chart's own values`,
      );
    }
  }
}

/** Reports what the values and their combination cannot mean. */
export function checkControlPlane(
  check: ArgumentCheck<ControlPlaneArgs>,
  c: ControlPlaneChoices,
): void {
  const { args } = check;
  check.plain("version", args.version, istioVersion);
  checkChartSource(check, c.source);
  checkProfile(check, args);
  checkRevisions(check, args);
  checkNamespaces(check, args, c);
  checkGatewayApi(check, args, c);
  checkMeshConfig(check, args.meshConfig);
  checkValues(check, args, c);
  checkReleaseMetadata(check, args);
  checkScale(check, args, c);
  checkDeletion(check, args, c.createNamespace, "createNamespace is false");
  check.labels(args.labels, [podSecurityLabel, networkLabel]);
  check.annotations(args.annotations);
}

/** Label by which a namespace says in which network its Pods are. */
export const networkLabel = "topology.istio.io/network";
