import { checkArguments } from "../../validation/check-arguments";
import {
  checkGatewayArguments,
  type GatewayChartPlan,
  gatewayChartPlan,
} from "./gateway-chart-plan";
import type { IngressGatewayArgs } from "./ingress-gateway-args";
import { ServiceType } from "./service-type";

const defaults = {
  namespace: "istio-ingress",
  createNamespace: true,
  gatewayName: "istio-ingressgateway",
  serviceType: ServiceType.LoadBalancer,
};

/** Throws one error with everything that is wrong. */
export function ingressGatewayPlan(
  name: string,
  unchecked: IngressGatewayArgs,
): GatewayChartPlan<IngressGatewayArgs> {
  const check = checkArguments("IngressGateway", name, unchecked);
  checkGatewayArguments(check, defaults);
  return gatewayChartPlan(check.done(), defaults);
}
