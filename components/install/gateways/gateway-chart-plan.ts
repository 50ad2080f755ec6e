import * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck, Safe } from "../../validation/argument-check";
import { whenKnown } from "../../validation/when-known";
import type { ChartRelease } from "../chart";
import { defaultRepository } from "../chart-source";
import { valueAt } from "../chart-values";
import { Installer } from "../installer";
import { defaultVersion } from "../version";
import type { GatewayChartArgs } from "./gateway-chart-args";
import { checkGatewayChart } from "./gateway-chart-check";
import type { GatewayPlace } from "./gateway-chart-choices";
import { gatewayChartValues } from "./gateway-chart-values";

/** Arguments with all defaults filled in, and what follows from them. */
export interface GatewayChartPlan<Args> {
  /** What Pulumi shows and keeps as the component's inputs. */
  inputs: Args;
  namespace: pulumi.Input<string>;
  createNamespace: boolean;
  release: ChartRelease;
  /** Labels by which a `Gateway` selects the Pods. */
  selector: Record<string, pulumi.Input<string>>;
  /** Identity of the gateway in authorization policies. */
  principal: pulumi.Input<string>;
}

type Args = GatewayChartArgs & GatewayPlace & { networkGateway?: unknown };

/** Identity without its scheme, as AuthorizationPolicies name it. */
export const principalOf = (
  trustDomain: pulumi.Input<string>,
  namespace: pulumi.Input<string>,
  account: pulumi.Input<string>,
): pulumi.Output<string> => pulumi.interpolate`${trustDomain}/ns/${namespace}/sa/${account}`;

const choicesOf = (args: Args, defaults: Required<GatewayPlace>) => ({
  namespace: args.namespace ?? defaults.namespace,
  createNamespace: args.createNamespace ?? defaults.createNamespace,
  gatewayName: args.gatewayName ?? defaults.gatewayName,
  serviceType: args.serviceType ?? defaults.serviceType,
  version: args.version ?? defaultVersion,
  source: args.charts ?? { repository: defaultRepository },
});

/** Reports what is wrong with what all gateways from the chart have in common. */
export function checkGatewayArguments(
  check: ArgumentCheck<Args>,
  defaults: Required<GatewayPlace>,
): void {
  checkGatewayChart(check, check.args, choicesOf(check.args, defaults));
}

export function gatewayChartPlan<A extends Args>(
  args: Safe<A>,
  defaults: Required<GatewayPlace>,
): GatewayChartPlan<A> {
  const { version, source, ...place } = choicesOf(args, defaults);
  const { namespace, createNamespace, gatewayName, serviceType } = place;
  const values = gatewayChartValues({ ...args, serviceType });
  const or = (path: string, otherwise: string): pulumi.Input<string> =>
    whenKnown([valueAt(values, path)], (own: unknown) => (own as string | undefined) ?? otherwise);
  return {
    inputs: { ...args, ...place, version, charts: source },
    namespace,
    createNamespace,
    release: {
      chart: "gateway",
      release: gatewayName,
      namespace,
      version,
      source,
      values,
      installer: args.installer ?? Installer.Chart,
    },
    // The chart derives the label the same way; own values may override it.
    selector: { istio: or("labels.istio", gatewayName.replace(/^istio-/, "")) },
    principal: principalOf(
      args.trustDomain ?? "cluster.local",
      namespace,
      or("serviceAccount.name", gatewayName),
    ),
  };
}
