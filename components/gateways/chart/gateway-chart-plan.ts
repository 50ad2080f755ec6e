import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { given } from "../../../arguments/fields";
import { recall } from "../../../arguments/known-output";
import { dnsLabel, dnsName, integer, labelValue } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { ownTrustDomain, principalOf } from "../../../values/principal";
import { usualDomain } from "../../../values/service-host";
import type { ChartRelease } from "../../control-plane/chart";
import {
  type ChartSource,
  checkChartSource,
  defaultRepository,
} from "../../control-plane/chart-source";
import { valueAt } from "../../control-plane/chart-values";
import type { ControlPlaneHandle } from "../../control-plane/control-plane-handle";
import { checkSecretNames } from "../../control-plane/image-pull-secrets";
import { checkReleaseMetadata, Installer } from "../../control-plane/installer";
import { checkBudget, checkScaling } from "../../control-plane/scaling";
import { defaultVersion, istioVersion } from "../../control-plane/version";
import { checkDeletion } from "../../namespaces/own-namespace";
import type { GatewayRole } from "../../program/facts/gateway-facts";
import type { Part } from "../../program/part";
import type { Waiting } from "../../program/waiting";
import { type GatewayChartArgs, ServiceType } from "./gateway-chart-args";
import { gatewayPart } from "./gateway-chart-together";
import { checkGatewayValues, gatewayChartValues } from "./gateway-chart-values";
import { checkAgainst, type FoundControlPlane, orOf, revisionOf } from "./gateway-control-plane";
import { checkOverridden } from "./gateway-overridden";
import { checkNodePorts, checkPorts, checkService } from "./gateway-service";
import { checkAmounts, usualGatewayResources } from "./pod-resources";

/** Everything that the gateways from the chart have in common. */
function checkGatewayChart(
  check: ArgumentCheck,
  args: GatewayChartArgs & GatewayPlace,
  choices: GatewayChartChoices,
): void {
  checkOverridden(check, args);
  checkNodePorts(check, args, choices.serviceType);
  checkSecretNames(check, args.imagePullSecrets);
  checkDeletion(check, args, choices.createNamespace, "createNamespace is false");
  checkGatewayValues(check, args);
  check.input("numTrustedProxies", args.numTrustedProxies, integer(0));
  check.input("trustDomain", args.trustDomain, dnsName);
  check.input("clusterDomain", args.clusterDomain, dnsName);
  check.input("namespace", choices.namespace, dnsLabel);
  check.plain("gatewayName", choices.gatewayName, dnsLabel);
  check.plain("version", args.version, istioVersion);
  check.input("revision", args.revision, labelValue);
  if (isKnown(choices.source)) {
    checkChartSource(check, choices.source);
  }
  checkService(check, args, choices.serviceType);
  checkPorts(check, args);
  checkScaling(check, args);
  checkBudget(check, args);
  const ownAmounts = valueAt(args.values ?? {}, "resources") !== undefined;
  checkAmounts(check, args.resources, ownAmounts ? undefined : usualGatewayResources);
  checkReleaseMetadata(check, args);
  check.labels(args.labels, ["app", "istio"]);
  check.annotations(args.annotations);
}

/** What each gateway has a default of its own for. */
export interface GatewayPlace {
  namespace?: pulumi.Input<string>;
  createNamespace?: boolean;
  gatewayName?: string;
  serviceType?: ServiceType;
}

/** The same, with what else is decided before there are values. */
export interface GatewayChartChoices extends Required<GatewayPlace> {
  version: pulumi.Input<string>;
  source: pulumi.Input<ChartSource>;
}

/** Arguments with all defaults filled in, and what follows from them. */
export interface GatewayChartPlan<Args> {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Args;
  namespace: pulumi.Input<string>;
  createNamespace: boolean;
  deleteNamespace: boolean;
  release: ChartRelease;
  /** Labels by which a `Gateway` selects the Pods. */
  selector: Record<string, pulumi.Input<string>>;
  /** Identity of the gateway in authorization policies. */
  principal: pulumi.Input<string>;
  /** Domain of the cluster's Services. */
  clusterDomain: pulumi.Input<string>;
  /** What has to be there before its Pods: they get their proxy from istiod. */
  waitsFor: pulumi.Resource[];
  /** In the words of an error: `IngressGateway "edge"`. */
  owner: string;
  /** What is told when its Pods or its address are not there in time. */
  waiting: Waiting;
  part: Part;
}

/** What a gateway is where its arguments do not say. */
export interface GatewayDefaults extends Required<GatewayPlace> {
  role: GatewayRole;
}

type Args = GatewayChartArgs & GatewayPlace & { networkGateway?: unknown };

const chartPrefix = "istio-";

/** The chart's label for a gateway, where its values name none. */
const labelOf = (gatewayName: string): string =>
  gatewayName.startsWith(chartPrefix) ? gatewayName.slice(chartPrefix.length) : gatewayName;

function choicesOf(
  args: Args,
  defaults: Required<GatewayPlace>,
  handle: ControlPlaneHandle = {},
): GatewayChartChoices {
  return {
    namespace: args.namespace ?? defaults.namespace,
    createNamespace: args.createNamespace ?? defaults.createNamespace,
    gatewayName: args.gatewayName ?? defaults.gatewayName,
    serviceType: args.serviceType ?? defaults.serviceType,
    version: orOf(args.version, handle.version, defaultVersion),
    source: orOf<ChartSource>(args.charts, handle.charts, { repository: defaultRepository }),
  };
}

/** Reports what is wrong with what all gateways from the chart have in common. */
export function checkGatewayArguments(
  check: ArgumentCheck<Args>,
  defaults: Required<GatewayPlace>,
  found: FoundControlPlane | undefined,
): void {
  checkGatewayChart(check, check.args, choicesOf(check.args, defaults, found?.handle));
  if (found) {
    checkAgainst(check, found);
  }
}

/**
 * What the gateway takes over where it says nothing itself. What is absent stays so; what turns out to be absent when
 * it arrives is what the chart itself has, since its schema takes no null, and a chart gets one for a late nothing.
 */
function takenOver<A extends Args>(args: Safe<A>, { handle }: FoundControlPlane) {
  const taken = <T>(
    own: pulumi.Input<T> | undefined,
    theirs: pulumi.Input<T | undefined> | undefined,
    usual: T,
  ) => (theirs === undefined ? own : orOf(own, theirs, usual));
  return given({
    revision: taken(args.revision, revisionOf(undefined, handle.revision), ""),
    platform: taken(args.platform, handle.platform, ""),
    imagePullSecrets: taken(args.imagePullSecrets, handle.imagePullSecrets, []),
    controlPlaneVersion: taken(args.controlPlaneVersion, handle.version, ""),
    proxySettings: taken(undefined, handle.proxySettings, ""),
  });
}

/** Why a gateway may not come up: nobody makes its Pods, or nobody hands out an address. */
function waiting(revision: pulumi.Input<string> | undefined, type: ServiceType): Waiting {
  const known = revision === undefined ? undefined : recall(revision);
  const injects =
    revision === undefined
      ? "an istiod injects by default"
      : `there is an istiod or a tag of the revision${known === undefined ? "" : ` ${shown(known)}`}`;
  const pods = `its Pods are made only where ${injects}: see "kubectl describe replicaset" in its namespace`;
  return {
    path: revision === undefined && type === ServiceType.LoadBalancer ? "serviceType" : "revision",
    reason: `is still waited for, a minute after its objects were made; ${pods}${
      type === ServiceType.LoadBalancer
        ? '; and the type LoadBalancer needs an address from the cluster: write serviceType: "NodePort" or "ClusterIP" where nobody hands one out'
        : ""
    }`,
  };
}

const plainLabels = (labels: Record<string, pulumi.Input<string>>) =>
  Object.values(labels).every(isKnown) ? (labels as Record<string, string>) : undefined;

/**
 * Everything decided: what the gateway says, what it takes over from a control plane, and the defaults
 * of its kind.
 */
export function gatewayChartPlan<A extends Args>(
  owner: string,
  args: Safe<A>,
  defaults: GatewayDefaults,
  found: FoundControlPlane | undefined,
): GatewayChartPlan<A> {
  const choices = choicesOf(args, defaults, found?.handle);
  const { version, source, ...place } = choices;
  const { namespace, createNamespace, gatewayName, serviceType } = place;
  const taken = found ? takenOver(args, found) : {};
  const values = gatewayChartValues({ ...args, ...taken, serviceType });
  const or = (path: string, otherwise: string): pulumi.Input<string> =>
    whenKnown([valueAt(values, path)], (own: unknown) => (own as string | undefined) ?? otherwise);
  // The chart derives the label the same way; own values may override it.
  const selector = { istio: or("labels.istio", labelOf(gatewayName)) };
  const plain = plainLabels(selector);
  const said = { ...args, ...taken };
  return {
    inputs: { ...withoutControlPlane(args), ...place, version, charts: source },
    namespace,
    createNamespace,
    deleteNamespace: args.deleteNamespace ?? false,
    release: {
      chart: "gateway",
      release: gatewayName,
      namespace,
      version,
      source,
      values,
      installer: args.installer ?? Installer.Chart,
    },
    selector,
    clusterDomain: orOf(args.clusterDomain, found?.handle.clusterDomain, usualDomain),
    principal: whenKnown(
      [
        orOf(args.trustDomain, found?.handle.trustDomain, ownTrustDomain),
        namespace,
        or("serviceAccount.name", gatewayName),
      ],
      principalOf,
    ),
    waitsFor: found?.component ? [found.component] : [],
    owner,
    waiting: waiting(args.revision, serviceType),
    part: gatewayPart({
      owner,
      args: said,
      choices,
      role: defaults.role,
      values,
      ...(plain && { selector: plain }),
    }),
  };
}

/** What Pulumi shows of a component is data, and no other component. */
function withoutControlPlane<A extends Args>({ controlPlane: _, ...args }: A): A {
  return args as unknown as A;
}
