import * as pulumi from "@pulumi/pulumi";
import { gateway, virtualService } from "../resources/networking";
import type { AppGatewayArgs } from "./app-gateway-args";
import { appGatewayPlan } from "./app-gateway-plan";

/** Lets an application's HTTP requests in at an ingress gateway and routes them by path. */
export class AppGateway extends pulumi.ComponentResource {
  /** Gateway as other routes name it: `namespace/name`. */
  readonly gateway: pulumi.Output<string>;
  /** Host names that are served. */
  readonly hosts: pulumi.Output<string[]>;

  constructor(name: string, args: AppGatewayArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = appGatewayPlan(name, args);
    super("istio-mesh:index:AppGateway", name, plan.inputs, opts);
    const entry = gateway(name, plan.gateway, { parent: this });
    virtualService(name, plan.virtualService, { parent: this, dependsOn: [entry] });
    this.gateway = pulumi.interpolate`${plan.gateway.namespace}/${plan.name}`;
    this.hosts = pulumi.output(plan.hosts);
    this.registerOutputs({ gateway: this.gateway, hosts: this.hosts });
  }
}
