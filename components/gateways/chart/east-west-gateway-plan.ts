import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../../arguments/argument-check";
import { checkArguments } from "../../../arguments/check-arguments";
import { recall } from "../../../arguments/known-output";
import { labelValue } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { isKnown } from "../../../arguments/when-known";
import {
  hbonePort,
  networkLabel,
  revisionLabel,
  tlsModeOption,
  usualIstioNamespace,
  waitForAnnotation,
} from "../../../values/known-names";
import { minorOf } from "../../../values/version";
import { Profile } from "../../control-plane/profile";
import { istiodDemand, revisionDemand } from "../../control-plane/revision-known";
import { defaultVersion } from "../../control-plane/version";
import { withMetadata } from "../../metadata";
import type { Demand, EndCheck } from "../../program/part";
import { nothingSaid, type View } from "../../program/view";
import type { GatewaySpec as ListenerSpec } from "../../resources/gateway/gateway";
import type { NamedObject } from "../../resources/named-object";
import type { GatewaySpec } from "../../resources/networking/gateway";
import type { EastWestGatewayArgs } from "./east-west-gateway-args";
import { ServiceType } from "./gateway-chart-args";
import {
  checkGatewayArguments,
  type GatewayChartPlan,
  type GatewayDefaults,
  gatewayChartPlan,
} from "./gateway-chart-plan";
import {
  controlPlaneOf,
  type FoundControlPlane,
  revisionOf,
  withHandle,
} from "./gateway-control-plane";

/** Arguments with all defaults filled in, and what follows from them. */
export interface EastWestGatewayPlan extends GatewayChartPlan<EastWestGatewayArgs> {
  profile: Profile;
  network: pulumi.Input<string>;
  /** Sidecar profile: what opens the gateway for other networks. */
  exposed?: NamedObject<GatewaySpec>;
  /** Ambient profile: what istiod deploys the gateway for, in place of the chart. */
  listener?: NamedObject<ListenerSpec>;
}

/** What istiod decides for a gateway that it deploys. */
const ofTheChart = [
  "serviceAnnotations",
  "ports",
  "extraPorts",
  "loadBalancerClass",
  "loadBalancerSourceRanges",
  "externalTrafficPolicy",
  "kind",
  "replicas",
  "autoscaling",
  "podDisruptionBudget",
  "resources",
  "version",
  "controlPlaneVersion",
  "imagePullSecrets",
  "numTrustedProxies",
  "charts",
  "installer",
  "platform",
  "values",
  "exposeServices",
  "serviceType",
] as const;

function checkAmbient(check: ArgumentCheck, args: EastWestGatewayArgs): void {
  for (const key of ofTheChart) {
    if (args[key] !== undefined) {
      check.fail(
        key,
        `${shown(args[key])} is for the gateway from the chart, and profile is "ambient"; leave it out`,
      );
    }
  }
}

/** The chart has ports of its own for it, and no others. */
function checkSidecar(check: ArgumentCheck, args: EastWestGatewayArgs): void {
  for (const key of ["ports", "extraPorts"] as const) {
    if (args[key] !== undefined) {
      check.fail(
        key,
        `${shown(args[key])} cannot work: between networks the ports are 15021, 15443, 15012 and 15017; numbers are set under values.networkGatewayPorts`,
      );
    }
  }
}

const exposed = (
  args: Safe<EastWestGatewayArgs>,
  { namespace, selector }: GatewayChartPlan<EastWestGatewayArgs>,
): NamedObject<GatewaySpec> => ({
  name: "cross-network-gateway",
  namespace,
  labels: withMetadata(args.labels),
  annotations: withMetadata(args.annotations),
  spec: {
    selector,
    servers: [
      {
        port: { number: 15443, name: "tls", protocol: "TLS" },
        tls: { mode: "AUTO_PASSTHROUGH" },
        hosts: ["*.local"],
      },
    ],
  },
});

const listener = (
  args: Safe<EastWestGatewayArgs & { network: pulumi.Input<string> }>,
  { namespace, release }: GatewayChartPlan<EastWestGatewayArgs>,
): NamedObject<ListenerSpec> => ({
  name: release.release,
  namespace,
  labels: withMetadata(args.labels, {
    [networkLabel]: args.network,
    ...(args.revision !== undefined && { [revisionLabel]: args.revision }),
  }),
  annotations: withMetadata(args.annotations, { [waitForAnnotation]: "condition=Programmed" }),
  spec: {
    gatewayClassName: "istio-east-west",
    listeners: [
      {
        name: "mesh",
        port: hbonePort,
        protocol: "HBONE",
        tls: {
          mode: "Terminate",
          options: { [tlsModeOption]: "ISTIO_MUTUAL" },
        },
      },
    ],
  },
});

const defaults: GatewayDefaults = {
  namespace: usualIstioNamespace,
  createNamespace: false,
  gatewayName: "istio-eastwestgateway",
  serviceType: ServiceType.LoadBalancer,
  role: "east-west",
};

/** One cluster is in one network, however many places say so. */
function networkOf(
  check: ArgumentCheck<EastWestGatewayArgs>,
  found: FoundControlPlane | undefined,
): pulumi.Input<string> {
  const { network } = check.args;
  const theirs = found?.handle.network;
  if (network === undefined && theirs === undefined) {
    check.fail("network", `is missing; write it here, or better as network of the ControlPlane`);
    return "";
  }
  const known = theirs && recall(theirs);
  if (network !== undefined && isKnown(network) && known !== undefined && network !== known) {
    check.fail("network", otherNetwork(network, known));
  }
  return check.input("network", network ?? (theirs as pulumi.Input<string>), labelValue);
}

const otherNetwork = (own: string, theirs: string) =>
  `${shown(own)} is not the network of the control plane, which is ${shown(theirs)}; leave it out`;

/** Also of a control plane that is declared later. */
const sameNetwork = (
  revision: pulumi.Input<string> | undefined,
  network: pulumi.Input<string>,
): Demand =>
  revisionDemand(revision, "network", (istiod) => {
    const own = recall(network);
    const theirs = istiod.network && recall(istiod.network);
    return own !== undefined && theirs !== undefined && own !== theirs
      ? otherNetwork(own, theirs)
      : undefined;
  });

/** Without the setting istiod knows no gateways of this class, and the component waits without end. */
const takesAmbient = (revision: pulumi.Input<string> | undefined): Demand =>
  istiodDemand(revision, "profile", ({ owner, handle, ambientMultiNetwork }) => {
    const version = recall(handle.version as pulumi.Input<string | undefined>);
    // Later releases may have it switched on by themselves.
    const isOff = version === undefined || minorOf(version) <= minorOf(defaultVersion);
    return ambientMultiNetwork || !isOff
      ? undefined
      : `"ambient" needs an experimental setting of istiod, which ${owner} does not have, and nobody deploys the gateway; write values: { istiod: { env: { AMBIENT_ENABLE_MULTI_NETWORK: "true" } } } there`;
  });

/** Sidecars of other networks come by mutual TLS, ambient Pods by HBONE, which the chart's gateway does not end. */
const passesSidecars: EndCheck = {
  path: "profile",
  reason(program) {
    const planes = program.said("controlPlane");
    const [first] = planes;
    const modes = program.said("namespace").map(({ mode }) => mode);
    const isMeant =
      modes.includes("ambient") || planes.some(({ ambientMultiNetwork }) => ambientMultiNetwork);
    return first &&
      isMeant &&
      planes.every(({ profile }) => profile === Profile.Ambient) &&
      !modes.includes("sidecar")
      ? `"sidecar" is for Pods with sidecars, and all that the program says of ${first.owner} is ambient: nobody of another network reaches ambient Pods through this gateway; write profile: "ambient"`
      : undefined;
  },
};

/** Throws one error with everything that is wrong. */
export function eastWestGatewayPlan(
  name: string,
  unchecked: EastWestGatewayArgs = {},
  program: View = nothingSaid,
): EastWestGatewayPlan {
  const check = checkArguments("EastWestGateway", name, withHandle(unchecked));
  const { args } = check;
  const { profile = Profile.Sidecar, exposeServices = true } = args;
  const found = controlPlaneOf(check, program);
  const network = networkOf(check, found);
  const ambient = profile === Profile.Ambient;
  (ambient ? checkAmbient : checkSidecar)(check, args);
  checkGatewayArguments(check, defaults, found);
  check.labels(args.labels, [networkLabel, revisionLabel]);
  check.annotations(args.annotations, [waitForAnnotation]);
  const safe = check.done();
  const revision = revisionOf(safe.revision, found?.handle.revision);
  const owner = `EastWestGateway ${JSON.stringify(name)}`;
  const chart = gatewayChartPlan(owner, { ...safe, networkGateway: network }, defaults, found);
  const { namespace, createNamespace } = chart;
  const { controlPlane: _, ...own } = safe;
  return {
    ...chart,
    part: {
      ...chart.part,
      demands: [
        ...(chart.part.demands ?? []),
        sameNetwork(revision, network),
        ...(ambient ? [takesAmbient(revision)] : []),
      ],
      atEnd: [...(chart.part.atEnd ?? []), ...(ambient ? [] : [passesSidecars])],
    },
    inputs: ambient
      ? { ...own, profile, namespace, createNamespace, gatewayName: chart.release.release }
      : { ...own, ...chartInputs(chart.inputs), profile, exposeServices },
    profile,
    network,
    ...(!ambient && exposeServices && { exposed: exposed(safe, chart) }),
    ...(ambient && {
      listener: listener({ ...safe, network, ...(revision !== undefined && { revision }) }, chart),
    }),
  };
}

/** Without what is only handed on to the chart. */
function chartInputs({
  networkGateway: _,
  ...inputs
}: EastWestGatewayArgs & { networkGateway?: unknown }) {
  return inputs;
}
