import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { joined, joinProgram, programView } from "../../program/join";
import { tellWhatIsWaitedFor } from "../../program/waiting";
import { Children } from "../../resources/children";
import { Gateway } from "../../resources/gateway/v1";
import { manifest } from "../../resources/named-object";
import type { WaypointArgs } from "./waypoint-args";
import { waypointPlan } from "./waypoint-plan";

interface Made {
  gateway: Gateway;
  parameters: k8s.core.v1.ConfigMap | undefined;
  namespacePatch: k8s.core.v1.NamespacePatch | undefined;
  servicePatches: readonly k8s.core.v1.ServicePatch[];
}

const children = new Children<Made>();

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
    const plan = waypointPlan(name, args, programView(opts));
    const member = joinProgram("Waypoint", name, plan.part, opts);
    super("istio-mesh:index:Waypoint", name, plan.inputs, opts);
    joined(member, this);
    for (const warning of plan.warnings) {
      void pulumi.log.warn(warning, this);
    }
    const parameters =
      plan.parameters &&
      new k8s.core.v1.ConfigMap(`${name}-parameters`, plan.parameters, { parent: this });
    const gateway = new Gateway(name, manifest(plan.object), {
      parent: this,
      dependsOn: parameters ? [parameters] : [],
    });
    tellWhatIsWaitedFor(this, member.owner, gateway, parameters ? [parameters] : [], {
      path: "revision",
      reason:
        "is still waited for, a minute after its Gateway was made; an istiod of the ambient profile and of this revision deploys it, and started after the definitions of the Gateway API were there: see its status, and the Pods in its namespace",
    });
    const after = { parent: this, dependsOn: [gateway] };
    const namespacePatch =
      plan.namespacePatch &&
      new k8s.core.v1.NamespacePatch(`${name}-namespace`, { metadata: plan.namespacePatch }, after);
    const servicePatches = plan.servicePatches.map(
      ([service, metadata]) =>
        new k8s.core.v1.ServicePatch(`${name}-service-${service}`, { metadata }, after),
    );
    children.keep(this, { gateway, parameters, namespacePatch, servicePatches });
    const { metadata } = gateway;
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

  /** The Gateway, of which istiod makes the proxy. */
  get gateway(): Gateway {
    return children.of(this).gateway;
  }

  /** What istiod lays over the proxy's objects, when something is asked of them. */
  get parameters(): k8s.core.v1.ConfigMap | undefined {
    return children.of(this).parameters;
  }

  /** Labels of the namespace, when it is enrolled. */
  get namespacePatch(): k8s.core.v1.NamespacePatch | undefined {
    return children.of(this).namespacePatch;
  }

  /** Labels of the enrolled Services, in the order of `enrolServices`. */
  get servicePatches(): readonly k8s.core.v1.ServicePatch[] {
    return children.of(this).servicePatches;
  }
}
