import type { ChartValues } from "../chart-values";
import { mergeValues } from "../chart-values";
import type { GatewayAutoscaling, GatewayChartArgs, GatewayPort } from "./gateway-chart-args";
import { GatewayKind } from "./gateway-kind";
import { defaultGatewayPorts } from "./gateway-ports";
import type { ServiceType } from "./service-type";

/** What the values are made from; the type of the Service has a default for each component. */
export interface GatewayValueChoices extends GatewayChartArgs {
  serviceType: ServiceType;
  /** Set for a gateway between networks, whose ports the chart knows by itself. */
  networkGateway?: unknown;
}

const servicePort = ({ name, port, targetPort, protocol }: GatewayPort) => ({
  name,
  port,
  targetPort: targetPort ?? port,
  protocol: protocol ?? "TCP",
});

/** All ports, or nothing when they are the chart's own. */
export function allPorts({ ports, extraPorts }: GatewayChartArgs): GatewayPort[] | undefined {
  return ports || extraPorts
    ? [...(ports ?? defaultGatewayPorts), ...(extraPorts ?? [])]
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
      podAnnotations:
        args.controlPlaneVersion === undefined
          ? undefined
          : { [rollout]: args.controlPlaneVersion },
    },
    args.values,
  );
