import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { given } from "../../../arguments/fields";
import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { proxyConfigAnnotation } from "../../../values/known-names";
import { type ChartValues, mergeValues, valueAt } from "../../control-plane/chart-values";
import { asReferences } from "../../control-plane/image-pull-secrets";
import { proxySettingsAnnotation } from "../../control-plane/proxy-settings";
import { refuseIdleCount } from "../../control-plane/scaling";
import { unknownValues } from "../../control-plane/unknown-values";
import { defaultVersion } from "../../control-plane/version";
import { list } from "../../program/plain-fields";
import {
  type GatewayAutoscaling,
  type GatewayChartArgs,
  GatewayKind,
  type GatewayPort,
  GatewayPorts,
  type ServiceType,
} from "./gateway-chart-args";

/** What the chart would refuse, or render as what the API server refuses, in the middle of an update. */
export function checkGatewayValues(check: ArgumentCheck, args: GatewayChartArgs): void {
  const own = args.values ?? {};
  // The chart's schema is closed at the top, and it says so only when it is rendered.
  for (const { path, reason } of unknownValues(
    "gateway",
    "values",
    own,
    args.version ?? defaultVersion,
  )) {
    check.fail(path, reason);
  }
  checkPassedOver(check, args);
  checkPortEntries(check, valueAt(own, "service.ports"));
  const secrets = valueAt(own, "imagePullSecrets");
  if (Array.isArray(secrets)) {
    secrets.forEach((secret, i) => {
      if (typeof secret === "string") {
        check.fail(
          `values.imagePullSecrets[${i}]`,
          `${shown(secret)} is a name, and this chart wants { name: ${shown(secret)} }; or write imagePullSecrets: [${shown(secret)}] beside values`,
        );
      }
    });
  }
  const least = valueAt(own, "autoscaling.minReplicas");
  const most = valueAt(own, "autoscaling.maxReplicas");
  const min = least ?? args.autoscaling?.min ?? 1;
  const max = most ?? args.autoscaling?.max ?? 5;
  const key = least === undefined ? "maxReplicas" : "minReplicas";
  if (
    (least !== undefined || most !== undefined) &&
    typeof min === "number" &&
    typeof max === "number" &&
    min > max
  ) {
    check.fail(
      `values.autoscaling.${key}`,
      `${key === "minReplicas" ? min : max}: at least ${min} and at most ${max} Pods is nothing; write autoscaling: { min, max } beside values`,
    );
  }
}

/** The chart writes whatever stands in the list into the Service, which the API server refuses. */
function checkPortEntries(check: ArgumentCheck, ports: unknown): void {
  if (!Array.isArray(ports)) {
    return;
  }
  ports.forEach((one: unknown, i) => {
    if (isKnown(one) && (typeof one !== "object" || one === null || Array.isArray(one))) {
      check.fail(`values.service.ports[${i}]`, `${shown(one)} is not an object`);
    }
  });
}

/** What the chart does not read in this place, or what the rest of the program does not see there. */
function checkPassedOver(check: ArgumentCheck, args: GatewayChartArgs): void {
  const own = args.values ?? {};
  const [count, revision] = [valueAt(own, "replicaCount"), valueAt(own, "revision")];
  const scales = valueAt(own, "autoscaling.enabled") ?? args.replicas === undefined;
  if (count !== undefined && scales === true && args.kind !== GatewayKind.DaemonSet) {
    refuseIdleCount(check, "values.replicaCount", count);
  }
  const isPlain = isKnown(revision) && isKnown(args.revision);
  if (revision && isPlain && revision !== args.revision) {
    check.fail(
      "values.revision",
      `${shown(revision)} tells the chart alone, and what waits for istiod follows the argument; write revision: ${shown(revision)} beside values`,
    );
  }
}

/** What the chart opens when nobody says anything. */
const defaultGatewayPorts: readonly GatewayPort[] = [
  GatewayPorts.Status,
  GatewayPorts.HTTP,
  GatewayPorts.HTTPS,
];

/** What the values are made from; the type of the Service has a default for each component. */
interface GatewayValueChoices extends GatewayChartArgs {
  serviceType: ServiceType;
  /** Set for a gateway between networks, whose ports the chart knows by itself. */
  networkGateway?: unknown;
  /** What changes when proxies have to be started anew. */
  proxySettings?: pulumi.Input<string>;
}

const servicePort = ({ name, port, targetPort, protocol, nodePort, appProtocol }: GatewayPort) =>
  given({
    name,
    port,
    targetPort: targetPort ?? port,
    protocol: protocol ?? "TCP",
    nodePort,
    appProtocol,
  });

/** All ports, or nothing when they are the chart's own. */
export function allPorts({ ports, extraPorts }: GatewayChartArgs): GatewayPort[] | undefined {
  return ports || extraPorts
    ? [...(ports ?? defaultGatewayPorts), ...(extraPorts ?? [])]
    : undefined;
}

/** The ports of the Service, whoever says them; undefined when they arrive later. */
export function servedPorts(values: ChartValues): (number | undefined)[] | undefined {
  const ports = valueAt(values, "service.ports") ?? defaultGatewayPorts;
  return Array.isArray(ports)
    ? list(ports).map(({ port }) => recall(port as pulumi.Input<number>))
    : undefined;
}

const autoscalingValues = ({ min, max, cpu }: GatewayAutoscaling = {}) => ({
  minReplicas: min,
  maxReplicas: max,
  targetCPUUtilizationPercentage: cpu,
});

function scaling({ kind, replicas, autoscaling }: GatewayChartArgs): ChartValues {
  const off = { autoscaling: { enabled: false } };
  if (kind === GatewayKind.DaemonSet) {
    return { kind, ...off };
  }
  if (replicas !== undefined) {
    return { kind, ...off, replicaCount: replicas };
  }
  return { kind, autoscaling: autoscaling && autoscalingValues(autoscaling) };
}

/** By it the Pods' template changes, and with it the Pods. */
const rollout = "istio-mesh/control-plane-version";

const topology = (numTrustedProxies: number): string =>
  JSON.stringify({ gatewayTopology: { numTrustedProxies } });

function podAnnotations(args: GatewayValueChoices): ChartValues | undefined {
  const annotations = given({
    [rollout]: args.controlPlaneVersion,
    [proxySettingsAnnotation]: args.proxySettings,
    [proxyConfigAnnotation]:
      args.numTrustedProxies === undefined
        ? undefined
        : whenKnown([args.numTrustedProxies], topology),
  });
  return Object.keys(annotations).length > 0 ? annotations : undefined;
}

/** Values of the chart `gateway`; the user's own are laid over them. Absent keys say nothing. */
export const gatewayChartValues = (args: GatewayValueChoices): ChartValues =>
  mergeValues(
    {
      service: {
        type: args.serviceType,
        annotations: args.serviceAnnotations,
        ports: allPorts(args)?.map(servicePort),
        loadBalancerClass: args.loadBalancerClass,
        loadBalancerSourceRanges: args.loadBalancerSourceRanges,
        externalTrafficPolicy: args.externalTrafficPolicy,
      },
      ...scaling(args),
      networkGateway: args.networkGateway,
      podDisruptionBudget: args.podDisruptionBudget,
      resources: args.resources,
      platform: args.platform,
      revision: args.revision,
      imagePullSecrets: asReferences(args.imagePullSecrets),
      podAnnotations: podAnnotations(args),
    },
    args.values,
  );
