import { checkArguments } from "../../validation/check-arguments";
import type { EgressGatewayArgs } from "./egress-gateway-args";
import {
  checkGatewayArguments,
  type GatewayChartPlan,
  gatewayChartPlan,
} from "./gateway-chart-plan";
import { ServiceType } from "./service-type";

const defaults = {
  namespace: "istio-egress",
  createNamespace: true,
  gatewayName: "istio-egressgateway",
  serviceType: ServiceType.ClusterIP,
};

/** Throws one error with everything that is wrong. */
export function egressGatewayPlan(
  name: string,
  unchecked: EgressGatewayArgs,
): GatewayChartPlan<EgressGatewayArgs> {
  const check = checkArguments("EgressGateway", name, unchecked);
  checkGatewayArguments(check, defaults);
  return gatewayChartPlan(check.done(), defaults);
}
