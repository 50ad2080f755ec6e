import { checkArguments } from "../../../arguments/check-arguments";
import { nothingSaid, type View } from "../../program/view";
import type { EgressGatewayArgs } from "./egress-gateway-args";
import { ServiceType } from "./gateway-chart-args";
import {
  checkGatewayArguments,
  type GatewayChartPlan,
  type GatewayDefaults,
  gatewayChartPlan,
} from "./gateway-chart-plan";
import { controlPlaneOf, withHandle } from "./gateway-control-plane";

const defaults: GatewayDefaults = {
  namespace: "istio-egress",
  createNamespace: true,
  gatewayName: "istio-egressgateway",
  serviceType: ServiceType.ClusterIP,
  role: "egress",
};

/** Throws one error with everything that is wrong. */
export function egressGatewayPlan(
  name: string,
  unchecked: EgressGatewayArgs = {},
  program: View = nothingSaid,
): GatewayChartPlan<EgressGatewayArgs> {
  const check = checkArguments("EgressGateway", name, withHandle(unchecked));
  const found = controlPlaneOf(check, program);
  checkGatewayArguments(check, defaults, found);
  const owner = `EgressGateway ${JSON.stringify(name)}`;
  return gatewayChartPlan(owner, check.done(), defaults, found);
}
