import { ArgumentCheck } from "../../validation/argument-check";
import { type GatewayChartPlan, gatewayChartPlan } from "./gateway-chart-plan";
import type { IngressGatewayArgs } from "./ingress-gateway-args";
import { ServiceType } from "./service-type";

/** Throws one error with everything that is wrong. */
export function ingressGatewayPlan(
  name: string,
  args: IngressGatewayArgs,
): GatewayChartPlan<IngressGatewayArgs> {
  const check = new ArgumentCheck("IngressGateway", name);
  const plan = gatewayChartPlan(check, args, {
    namespace: "istio-ingress",
    createNamespace: true,
    gatewayName: "istio-ingressgateway",
    serviceType: ServiceType.LoadBalancer,
  });
  check.done();
  return plan;
}
