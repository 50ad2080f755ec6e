import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../../program/join";
import { Gateway } from "../../resources/gateway/v1";
import { manifest } from "../../resources/named-object";
import type { WaypointArgs } from "./waypoint-args";
import { type WaypointPlan, waypointPlan } from "./waypoint-plan";

/**
 * The proxy that applies HTTP routes and policies in ambient mode. istiod deploys it; the component
 * is done when the proxy is ready. Needs the Gateway API, so put the control plane into `dependsOn`.
 */
export class Waypoint extends pulumi.ComponentResource {
  /** Name for the label `istio.io/use-waypoint`. What uses it waits until the waypoint is ready. */
  readonly name: pulumi.Output<string>;
  /** Namespace of the waypoint. */
  readonly namespace: pulumi.Output<string>;
  /** Identity of the waypoint, as authorization policies of workloads name it. */
  readonly principal: pulumi.Output<string>;

  constructor(name: string, args: WaypointArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = waypointPlan(name, args);
    const member = joinProgram("Waypoint", name, {}, opts);
    super("istio-mesh:index:Waypoint", name, plan.inputs, opts);
    joined(member, this);
    const parameters = plan.parameters
      ? [new k8s.core.v1.ConfigMap(`${name}-parameters`, plan.parameters, { parent: this })]
      : [];
    const gateway = new Gateway(name, manifest(plan.object), {
      parent: this,
      dependsOn: parameters,
    });
    enrol(this, name, plan, gateway);
    const { metadata } = gateway;
    this.name = metadata.apply((known) => known?.name ?? "");
    this.namespace = metadata.apply((known) => known?.namespace ?? "");
    this.principal = plan.principal;
    this.registerOutputs({
      name: this.name,
      namespace: this.namespace,
      principal: this.principal,
    });
  }
}

function enrol(
  parent: pulumi.Resource,
  name: string,
  plan: WaypointPlan,
  ready: pulumi.Resource,
): void {
  const opts = { parent, dependsOn: [ready] };
  if (plan.namespacePatch) {
    new k8s.core.v1.NamespacePatch(`${name}-namespace`, { metadata: plan.namespacePatch }, opts);
  }
  for (const [service, metadata] of plan.servicePatches) {
    new k8s.core.v1.ServicePatch(`${name}-service-${service}`, { metadata }, opts);
  }
}
