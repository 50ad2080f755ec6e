import type * as pulumi from "@pulumi/pulumi";
import type { Safe } from "../../arguments/argument-check";
import { checkArguments } from "../../arguments/check-arguments";
import { isKnown } from "../../arguments/when-known";
import { podSecurityLabel } from "../../values/known-names";
import type { ControlPlaneFact } from "../program/facts/control-plane-facts";
import type { Part } from "../program/part";
import { nothingSaid, type View } from "../program/view";
import type { ChartRelease } from "./chart";
import { type ControlPlaneArgs, ControlPlaneParts, GatewayApiMode } from "./control-plane-args";
import { checkControlPlane, networkLabel } from "./control-plane-check";
import { type ControlPlaneChoices, controlPlaneChoices } from "./control-plane-choices";
import { controlPlanePart } from "./control-plane-facts";
import type { ControlPlaneHandle } from "./control-plane-handle";
import { handleOf, istiodOf, valueOr } from "./control-plane-istiod";
import { type InstallStep, steps } from "./control-plane-steps";
import { gatewayApiWarnings } from "./gateway-api-advice";
import { multiClusterWarnings } from "./multi-cluster-advice";
import { PodSecurity } from "./pod-security";
import { Profile } from "./profile";
import { type ControlPlaneChart, releaseValues, type ValueChoices } from "./release-values";
import { defaultRevision, revisioned } from "./revision";
import { type RevisionTagObjects, revisionTagObjects } from "./revisions/revision-tag-plan";
import { unknownValues } from "./unknown-values";
import { defaultGatewayApiManifest } from "./version";

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
