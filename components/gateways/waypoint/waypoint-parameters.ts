import * as pulumi from "@pulumi/pulumi";
import type { WaypointArgs } from "./waypoint-args";

const averageOf = (averageUtilization: pulumi.Input<number>) => [
  {
    type: "Resource",
    resource: { name: "cpu", target: { type: "Utilization", averageUtilization } },
  },
];

function deployment({ replicas, resources }: WaypointArgs) {
  const containers = resources && [{ name: "istio-proxy", resources }];
  return {
    spec: {
      ...(replicas !== undefined && { replicas }),
      ...(containers && { template: { spec: { containers } } }),
    },
  };
}

const autoscaler = ({ autoscaling: { min, max = 5, cpu = 80 } = {} }: WaypointArgs) => ({
  spec: {
    ...(min !== undefined && { minReplicas: min }),
    maxReplicas: max,
    metrics: averageOf(cpu),
  },
});

/**
 * What istiod lays over the objects that it makes for the waypoint, by object, as YAML or JSON.
 * Absent when nothing is asked for: the Gateway then names no ConfigMap.
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment
 */
export function waypointParameters(
  args: WaypointArgs,
): Record<string, pulumi.Input<string>> | undefined {
  const { replicas, resources, autoscaling } = args;
  const data = {
    ...((replicas !== undefined || resources) && {
      deployment: pulumi.jsonStringify(deployment(args)),
    }),
    ...(autoscaling && { horizontalPodAutoscaler: pulumi.jsonStringify(autoscaler(args)) }),
  };
  return Object.keys(data).length > 0 ? data : undefined;
}
