import { checkArguments } from "../../../arguments/check-arguments";
import { nothingSaid, type View } from "../../program/view";
import { ServiceType } from "./gateway-chart-args";
import {
  checkGatewayArguments,
  type GatewayChartPlan,
  type GatewayDefaults,
  gatewayChartPlan,
} from "./gateway-chart-plan";
import { controlPlaneOf, withHandle } from "./gateway-control-plane";
import type { IngressGatewayArgs } from "./ingress-gateway-args";

const defaults: GatewayDefaults = {
  namespace: "istio-ingress",
  createNamespace: true,
  gatewayName: "istio-ingressgateway",
  serviceType: ServiceType.LoadBalancer,
  role: "ingress",
};

/** Throws one error with everything that is wrong. */
export function ingressGatewayPlan(
  name: string,
  unchecked: IngressGatewayArgs = {},
  program: View = nothingSaid,
): GatewayChartPlan<IngressGatewayArgs> {
  const check = checkArguments("IngressGateway", name, withHandle(unchecked));
  const found = controlPlaneOf(check, program);
  checkGatewayArguments(check, defaults, found);
  const owner = `IngressGateway ${JSON.stringify(name)}`;
  return gatewayChartPlan(owner, check.done(), defaults, found);
}
