import type * as pulumi from "@pulumi/pulumi";
import type { ChartSource } from "../../control-plane/chart-source";
import type { ServiceType } from "./gateway-chart-args";

/** What each gateway has a default of its own for. */
export interface GatewayPlace {
  namespace?: pulumi.Input<string>;
  createNamespace?: boolean;
  gatewayName?: string;
  serviceType?: ServiceType;
}

/** The same, with what else is decided before there are values. */
export interface GatewayChartChoices extends Required<GatewayPlace> {
  version: pulumi.Input<string>;
  source: pulumi.Input<ChartSource>;
}
