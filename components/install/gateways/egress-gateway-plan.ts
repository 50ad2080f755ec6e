import { ArgumentCheck } from "../../validation/argument-check";
import type { EgressGatewayArgs } from "./egress-gateway-args";
import { type GatewayChartPlan, gatewayChartPlan } from "./gateway-chart-plan";
import { ServiceType } from "./service-type";

/** Throws one error with everything that is wrong. */
export function egressGatewayPlan(
  name: string,
  args: EgressGatewayArgs,
): GatewayChartPlan<EgressGatewayArgs> {
  const check = new ArgumentCheck("EgressGateway", name);
  const plan = gatewayChartPlan(check, args, {
    namespace: "istio-egress",
    createNamespace: true,
    gatewayName: "istio-egressgateway",
    serviceType: ServiceType.ClusterIP,
  });
  check.done();
  return plan;
}
