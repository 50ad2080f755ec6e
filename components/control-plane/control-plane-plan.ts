import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { dnsLabel, imagePath, imageTag } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { isKnown } from "../../arguments/when-known";
import { networkLabel, podSecurityLabel } from "../../values/known-names";
import { checkDeletion } from "../namespaces/own-namespace";
import type { ControlPlaneFact } from "../program/facts/control-plane-facts";
import type { Part } from "../program/part";
import { nothingSaid, type View } from "../program/view";
import type { ChartRelease } from "./chart";
import { checkChartSource } from "./chart-source";
import { valueAt } from "./chart-values";
import { type ControlPlaneArgs, ControlPlaneParts, GatewayApiMode } from "./control-plane-args";
import { type ControlPlaneChoices, controlPlaneChoices } from "./control-plane-choices";
import type { ControlPlaneHandle } from "./control-plane-handle";
import { handleOf, istiodOf, valueOr } from "./control-plane-istiod";
import { type InstallStep, steps } from "./control-plane-steps";
import { controlPlanePart } from "./control-plane-together";
import { checkScale, checkValues } from "./control-plane-values";
import { checkGatewayApi, gatewayApiWarnings } from "./gateway-api-choice";
import { checkReleaseMetadata } from "./installer";
import { checkMeshConfig } from "./mesh-config/mesh-config";
import { multiClusterWarnings } from "./multi-cluster-advice";
import { PodSecurity } from "./pod-security";
import { Profile } from "./profile";
import { type ControlPlaneChart, releaseValues, type ValueChoices } from "./release-values";
import { checkRevisions, defaultRevision, revisioned } from "./revision";
import { type RevisionTagObjects, revisionTagObjects } from "./revisions/revision-tag-plan";
import { unknownValues } from "./unknown-values";
import { defaultGatewayApiManifest, istioVersion } from "./version";

function checkProfile(check: ArgumentCheck, args: ControlPlaneArgs): void {
  const { profile, preset, cni } = args;
  if (profile === Profile.Ambient && preset) {
    check.fail(
      "preset",
      `"${preset}" cannot be joined with the ambient profile, which is a preset itself; leave it out and set what you need under values`,
    );
  }
  if (args.agentNamespace !== undefined && profile === Profile.Sidecar && !cni) {
    check.fail(
      "agentNamespace",
      `${shown(args.agentNamespace)} is for the CNI agent and ztunnel, and neither is installed; write cni: true, or leave it out`,
    );
  }
  if (profile === Profile.Ambient && cni === false) {
    check.fail("cni", "false cannot work with the ambient profile; leave it out");
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

/** A preset brings providers along, and so may values. */
const hasOtherProviders = ({ preset, values = {} }: ControlPlaneArgs): boolean =>
  preset !== undefined || valueAt(values, "istiod.meshConfig.extensionProviders") !== undefined;

/** Reports what the values and their combination cannot mean. */
function checkControlPlane(check: ArgumentCheck<ControlPlaneArgs>, c: ControlPlaneChoices): void {
  const { args } = check;
  check.plain("version", args.version, istioVersion);
  checkChartSource(check, c.source);
  check.input("hub", args.hub, imagePath);
  check.input("tag", args.tag, imageTag);
  checkProfile(check, args);
  checkRevisions(check, args);
  checkNamespaces(check, args, c);
  checkGatewayApi(check, args, c);
  checkMeshConfig(check, args.meshConfig, hasOtherProviders(args));
  checkValues(check, args, c);
  checkReleaseMetadata(check, args);
  checkScale(check, args, c);
  checkDeletion(check, args, c.createNamespace, "createNamespace is false");
  check.labels(args.labels, [podSecurityLabel, networkLabel]);
  check.annotations(args.annotations);
}

/** One step of the installation; `after` are the steps that have to be Ready before it. */
interface ReleaseStep extends ChartRelease {
  chart: ControlPlaneChart;
  after: InstallStep[];
}

/** Arguments with all defaults filled in, and what follows from them. */
export interface ControlPlanePlan {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Safe<ControlPlaneArgs>;
  profile: Profile;
  version: string;
  revision: string;
  /** Of this component's istiod, or of the one that validates when it has none. */
  istiodService: string;
  namespace: pulumi.Input<string>;
  rootNamespace: pulumi.Input<string>;
  trustDomain: pulumi.Input<string>;
  clusterDomain: pulumi.Input<string>;
  network?: pulumi.Input<string>;
  createNamespace: boolean;
  deleteNamespace: boolean;
  namespaceLabels: Record<string, pulumi.Input<string>>;
  /** Undefined when the Gateway API is not installed by the component. */
  gatewayApiManifest?: string;
  /** Whether the definitions of the Gateway API have to be there. */
  expectsGatewayApi: boolean;
  /** In an order in which each step follows those in its `after`. */
  releases: ReleaseStep[];
  /** What injects by default, when that is an istiod with a revision. */
  defaultTag?: RevisionTagObjects;
  /** What gateways take over. */
  handle: ControlPlaneHandle;
  /** To be told at the component. */
  warnings: readonly string[];
  /** The istiod, as the program sees it. */
  istiod?: ControlPlaneFact;
  part: Part;
}

const releaseNames: Record<ControlPlaneChart, string> = {
  base: "istio-base",
  istiod: "istiod",
  cni: "istio-cni",
  ztunnel: "ztunnel",
};

const isAgent = (chart: ControlPlaneChart) => chart === "cni" || chart === "ztunnel";

function release(
  chart: ControlPlaneChart,
  after: InstallStep[],
  args: Safe<ControlPlaneArgs>,
  choices: ControlPlaneChoices,
): ReleaseStep {
  const { version, source, installer, namespace, agentNamespace, parts } = choices;
  // ztunnel is Ready only once an istiod answers, which comes after the shared parts.
  const skipAwait = chart === "ztunnel" && parts === ControlPlaneParts.Shared;
  const values: ValueChoices = {
    ...args,
    ...choices,
    cni: args.cni ?? false,
    agentNamespace: choices.profile === Profile.Ambient ? agentNamespace : undefined,
  };
  return {
    chart,
    release: chart === "istiod" ? revisioned("istiod", args.revision) : releaseNames[chart],
    namespace: isAgent(chart) ? (agentNamespace ?? namespace) : namespace,
    version,
    source,
    installer,
    skipAwait,
    values: releaseValues(chart, { ...values, skipAwait }, args.values?.[chart]),
    after,
  };
}

/** An istiod without a revision injects by default by itself; the part `istiod` leaves it to others. */
const injectsByTag = ({ parts, defaultRevision: chosen }: ControlPlaneChoices) =>
  parts !== ControlPlaneParts.Istiod && chosen !== defaultRevision;

/** Throws one error with everything that is wrong. */
export function controlPlanePlan(
  name: string,
  unchecked: ControlPlaneArgs,
  program: View = nothingSaid,
): ControlPlanePlan {
  const check = checkArguments("ControlPlane", name, unchecked);
  checkControlPlane(check, controlPlaneChoices(check.args));
  return installation(`ControlPlane ${JSON.stringify(name)}`, check.done(), program);
}

function installation(
  owner: string,
  args: Safe<ControlPlaneArgs>,
  program: View,
): ControlPlanePlan {
  const choices = controlPlaneChoices(args);
  const { profile, version, namespace, podSecurity, gatewayApi } = choices;
  const hasIstiod = choices.parts !== ControlPlaneParts.Shared;
  const revision = (hasIstiod ? args.revision : choices.defaultRevision) ?? defaultRevision;
  const releases = steps({ ...choices, gatewayApi: gatewayApi !== GatewayApiMode.Skip }).map(
    ([chart, after]) => release(chart, after, args, choices),
  );
  const values = releases.find(({ chart }) => chart === "istiod")?.values ?? {};
  const handle = handleOf(args, choices, revision, values);
  const rootNamespace = valueOr(values, "meshConfig.rootNamespace", namespace);
  const istiod = hasIstiod
    ? istiodOf(owner, { choices, values, handle, rootNamespace })
    : undefined;
  return {
    part: controlPlanePart({ owner, args, choices, values, ...(istiod && { istiod }) }, program),
    handle,
    warnings: [
      ...gatewayApiWarnings(owner, args, choices),
      ...multiClusterWarnings(owner, values),
      ...releases.flatMap(({ chart }) =>
        unknownValues(chart, `values.${chart}`, args.values?.[chart], version).map(
          ({ path, reason }) => `${owner}: ${path}: ${reason}`,
        ),
      ),
    ],
    ...(istiod && { istiod }),
    inputs: { ...args, version, namespace, charts: choices.source },
    profile,
    version,
    revision,
    istiodService: revisioned("istiod", revision),
    namespace,
    rootNamespace,
    trustDomain: handle.trustDomain,
    clusterDomain: handle.clusterDomain,
    ...(handle.network !== undefined && { network: handle.network }),
    createNamespace: choices.createNamespace,
    deleteNamespace: args.deleteNamespace ?? false,
    namespaceLabels: {
      ...(podSecurity !== PodSecurity.None && { [podSecurityLabel]: podSecurity }),
      ...(handle.network !== undefined &&
        (args.network !== undefined || isKnown(handle.network)) && {
          // Chart values that arrive later may turn out to name none.
          [networkLabel]: handle.network,
        }),
    },
    ...(gatewayApi === GatewayApiMode.Install && {
      gatewayApiManifest: args.gatewayApi?.manifest ?? defaultGatewayApiManifest,
    }),
    expectsGatewayApi: gatewayApi === GatewayApiMode.Expect,
    releases,
    ...(injectsByTag(choices) && {
      defaultTag: revisionTagObjects({
        ...args,
        tag: defaultRevision,
        revision: choices.defaultRevision,
        namespace,
      }),
    }),
  };
}
