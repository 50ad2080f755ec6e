import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { type CommonArgs, withMetadata } from "../../resources/metadata";
import { installChart } from "../chart";
import { gatewayAddress } from "./gateway-address";
import type { GatewayChartPlan } from "./gateway-chart-plan";

/** What is known of a gateway from the chart once it is registered. */
export interface GatewayOutputs {
  namespace: pulumi.Output<string>;
  name: pulumi.Output<string>;
  selector: pulumi.Output<{ [key: string]: string }>;
  serviceHost: pulumi.Output<string>;
  principal: pulumi.Output<string>;
  address: pulumi.Output<string | undefined>;
  ip: pulumi.Output<string | undefined>;
  hostname: pulumi.Output<string | undefined>;
}

export function gatewayNamespace(
  parent: pulumi.Resource,
  name: string,
  namespace: pulumi.Input<string>,
  { labels, annotations }: CommonArgs,
): k8s.core.v1.Namespace {
  const metadata = {
    name: namespace,
    labels: withMetadata(labels),
    annotations: withMetadata(annotations),
  };
  return new k8s.core.v1.Namespace(name, { metadata }, { parent });
}

/** Children of a gateway component: its namespace if it has one of its own, then the chart. */
export function installGateway<Args>(
  parent: pulumi.Resource,
  name: string,
  plan: GatewayChartPlan<Args>,
  common: CommonArgs,
): GatewayOutputs {
  const own = plan.createNamespace
    ? gatewayNamespace(parent, name, plan.namespace, common)
    : undefined;
  const chart = installChart(name, plan.release, common, {
    parent,
    ...(own && { dependsOn: [own] }),
  });
  const found = gatewayAddress(name, chart, { parent });
  const namespace = own?.metadata.name ?? pulumi.output(plan.namespace);
  return {
    namespace,
    name: pulumi.output(plan.release.release),
    selector: pulumi.output(plan.selector),
    serviceHost: pulumi.interpolate`${plan.release.release}.${namespace}.svc.cluster.local`,
    principal: pulumi.output(plan.principal),
    address: found.apply(({ address }) => address),
    ip: found.apply(({ ip }) => ip),
    hostname: found.apply(({ hostname }) => hostname),
  };
}
