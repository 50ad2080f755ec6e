import type { ArgumentCheck } from "../../../arguments/argument-check";
import { valueAt } from "../../control-plane/chart-values";
import { refuseOverridden } from "../../control-plane/overridden-argument";
import type { GatewayChartArgs, ServiceType } from "./gateway-chart-args";
import type { GatewayPlace } from "./gateway-chart-plan";
import { gatewayChartValues } from "./gateway-chart-values";

type Args = GatewayChartArgs & GatewayPlace;

/** Where the chart reads what an argument says. */
const places = {
  serviceType: "service.type",
  serviceAnnotations: "service.annotations",
  ports: "service.ports",
  extraPorts: "service.ports",
  loadBalancerClass: "service.loadBalancerClass",
  loadBalancerSourceRanges: "service.loadBalancerSourceRanges",
  externalTrafficPolicy: "service.externalTrafficPolicy",
  kind: "kind",
  replicas: "replicaCount",
  autoscaling: "autoscaling",
  podDisruptionBudget: "podDisruptionBudget",
  resources: "resources",
} as const satisfies Partial<Record<keyof Args, string>>;

/** Reports values of the chart that win over an argument that is given. */
export function checkOverridden(check: ArgumentCheck, args: Args): void {
  const { values: own = {}, serviceType, ...others } = args;
  const said = gatewayChartValues({ ...others, serviceType: serviceType as ServiceType });
  for (const [argument, place] of Object.entries(places)) {
    if (args[argument as keyof Args] !== undefined) {
      refuseOverridden(
        check,
        { argument, said: valueAt(said, place) },
        { path: `values.${place}`, value: valueAt(own, place) },
      );
    }
  }
  if (args.replicas !== undefined && valueAt(own, "autoscaling.enabled") === true) {
    check.fail("values.autoscaling.enabled", "true leaves replicas without effect; leave one out");
  }
}
