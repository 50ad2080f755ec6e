import * as pulumi from "@pulumi/pulumi";
import { manifest } from "../resources/named-object";
import { Gateway, VirtualService } from "../resources/networking/v1";
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
    const entry = new Gateway(name, manifest(plan.gateway), { parent: this });
    new VirtualService(name, manifest(plan.virtualService), { parent: this, dependsOn: [entry] });
    this.gateway = pulumi.interpolate`${plan.gateway.namespace}/${plan.name}`;
    this.hosts = pulumi.output(plan.hosts);
    this.registerOutputs({ gateway: this.gateway, hosts: this.hosts });
  }
}
