import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { isKnown } from "../../../arguments/when-known";
import type { CommonArgs } from "../../common-args";
import { type InstalledChart, installChart } from "../../control-plane/chart";
import { withMetadata } from "../../metadata";
import { ownNamespace } from "../../namespaces/own-namespace";
import { tellWhatIsWaitedFor } from "../../program/waiting";
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

/** What a gateway creates; objects of the chart are in its `resources`. */
export interface GatewayChildren {
  /** Its namespace. @default - somebody else creates it */
  readonly namespace?: k8s.core.v1.Namespace;
  /** The chart, or with the installer `"release"` the release. @default - istiod deploys the gateway */
  readonly chart?: InstalledChart;
}

/** The namespace that a gateway creates for itself. */
export function gatewayNamespace(
  parent: pulumi.Resource,
  name: string,
  { namespace, ...deletion }: { namespace: pulumi.Input<string>; deleteNamespace: boolean },
  { labels, annotations }: CommonArgs,
): k8s.core.v1.Namespace {
  const metadata = {
    name: namespace,
    labels: withMetadata(labels),
    annotations: withMetadata(annotations),
  };
  return ownNamespace(name, metadata, deletion, parent);
}

/** Children of a gateway component: its namespace if it has one of its own, then the chart. */
export function installGateway<Args>(
  parent: pulumi.Resource,
  name: string,
  plan: GatewayChartPlan<Args>,
  common: CommonArgs,
): { outputs: GatewayOutputs; children: GatewayChildren } {
  const own = plan.createNamespace ? gatewayNamespace(parent, name, plan, common) : undefined;
  const chart = installChart(name, plan.release, common, {
    parent,
    dependsOn: [...(own ? [own] : []), ...plan.waitsFor],
  });
  tellWhatIsWaitedFor(
    parent,
    plan.owner,
    chart,
    [...(own ? [own] : []), ...plan.waitsFor],
    plan.waiting,
  );
  const found = gatewayAddress(name, chart, { parent });
  const namespace = own?.metadata.name ?? pulumi.output(plan.namespace);
  const outputs = {
    namespace,
    name: pulumi.output(plan.release.release),
    selector: pulumi.output(plan.selector),
    serviceHost: pulumi.interpolate`${plan.release.release}.${namespace}.svc.${plan.clusterDomain}`,
    principal: pulumi.output(plan.principal),
    address: found.apply(({ address }) => address),
    ip: found.apply(({ ip }) => ip),
    hostname: found.apply(({ hostname }) => hostname),
  };
  rememberOutputs(outputs, plan);
  return { outputs, children: { ...(own && { namespace: own }), chart } };
}

/** What is known of them at once, so that others know whom they are told of. */
function rememberOutputs<Args>(
  { namespace, name, selector }: GatewayOutputs,
  plan: GatewayChartPlan<Args>,
): void {
  remember(namespace, plan.namespace);
  remember(name, plan.release.release);
  if (Object.values(plan.selector).every(isKnown)) {
    remember(selector, plan.selector as Record<string, string>);
  }
}
