import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram, programView } from "../../program/join";
import { remember } from "../../program/known-output";
import { Gateway } from "../../resources/gateway/v1";
import { manifest } from "../../resources/named-object";
import type { WaypointArgs } from "./waypoint-args";
import { waypointPlan } from "./waypoint-plan";

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
  /** The Gateway, of which istiod makes the proxy. */
  readonly gateway: Gateway;
  /** What istiod lays over the proxy's objects, when something is asked of them. */
  readonly parameters?: k8s.core.v1.ConfigMap;
  /** Labels of the namespace, when it is enrolled. */
  readonly namespacePatch?: k8s.core.v1.NamespacePatch;
  /** Labels of the enrolled Services, in the order of `enrolServices`. */
  readonly servicePatches: k8s.core.v1.ServicePatch[];

  constructor(name: string, args: WaypointArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = waypointPlan(name, args, programView(opts));
    const member = joinProgram("Waypoint", name, plan.part, opts);
    super("istio-mesh:index:Waypoint", name, plan.inputs, opts);
    joined(member, this);
    this.parameters =
      plan.parameters &&
      new k8s.core.v1.ConfigMap(`${name}-parameters`, plan.parameters, { parent: this });
    this.gateway = new Gateway(name, manifest(plan.object), {
      parent: this,
      dependsOn: this.parameters ? [this.parameters] : [],
    });
    const after = { parent: this, dependsOn: [this.gateway] };
    this.namespacePatch =
      plan.namespacePatch &&
      new k8s.core.v1.NamespacePatch(`${name}-namespace`, { metadata: plan.namespacePatch }, after);
    this.servicePatches = plan.servicePatches.map(
      ([service, metadata]) =>
        new k8s.core.v1.ServicePatch(`${name}-service-${service}`, { metadata }, after),
    );
    const { metadata } = this.gateway;
    this.name = metadata.apply((known) => known?.name ?? "");
    this.namespace = metadata.apply((known) => known?.namespace ?? "");
    this.principal = plan.principal;
    remember(this.name, plan.object.name);
    remember(this.namespace, plan.object.namespace);
    this.registerOutputs({
      name: this.name,
      namespace: this.namespace,
      principal: this.principal,
    });
  }
}
