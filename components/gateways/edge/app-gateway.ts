import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../../program/join";
import type { AppGatewayArgs } from "./app-gateway-args";
import { createEdge } from "./app-gateway-objects";
import { appGatewayPlan } from "./app-gateway-plan";

/**
 * Lets requests and connections for an application in at the edge of the mesh and routes them: HTTP by
 * host and path, TLS by server name, TCP by port.
 */
export class AppGateway extends pulumi.ComponentResource {
  /** Gateway as other routes name it: `namespace/name`. */
  readonly gateway: pulumi.Output<string>;
  /** Host names that are served. */
  readonly hosts: pulumi.Output<string[]>;

  constructor(name: string, args: AppGatewayArgs, opts?: pulumi.ComponentResourceOptions) {
    const { inputs, spec, hosts } = appGatewayPlan(name, args);
    const member = joinProgram("AppGateway", name, {}, opts);
    super("istio-mesh:index:AppGateway", name, inputs, opts);
    joined(member, this);
    createEdge[spec.dialect](name, spec, this);
    this.gateway = pulumi.interpolate`${spec.namespace}/${spec.name}`;
    this.hosts = pulumi.output(hosts);
    this.registerOutputs({ gateway: this.gateway, hosts: this.hosts });
  }
}
