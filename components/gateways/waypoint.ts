import * as pulumi from "@pulumi/pulumi";
import { Gateway } from "../resources/gateway/v1";
import { manifest } from "../resources/named-object";
import type { WaypointArgs } from "./waypoint-args";
import { waypointPlan } from "./waypoint-plan";

/**
 * The proxy that applies HTTP routes and policies in ambient mode. istiod deploys it; the component
 * is done when the proxy is ready. Needs the Gateway API, so put the control plane into `dependsOn`.
 */
export class Waypoint extends pulumi.ComponentResource {
  /** Name for the label `istio.io/use-waypoint`. */
  readonly name: pulumi.Output<string>;
  /** Namespace of the waypoint. */
  readonly namespace: pulumi.Output<string>;

  constructor(name: string, args: WaypointArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = waypointPlan(name, args);
    super("istio-mesh:index:Waypoint", name, plan.inputs, opts);
    new Gateway(name, manifest(plan.object), { parent: this });
    this.name = pulumi.output(plan.object.name);
    this.namespace = pulumi.output(plan.object.namespace);
    this.registerOutputs({ name: this.name, namespace: this.namespace });
  }
}
