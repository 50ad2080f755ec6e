import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../program/join";
import { manifest } from "../resources/named-object";
import { AuthorizationPolicy, RequestAuthentication } from "../resources/security/v1";
import type { JwtAuthenticationArgs } from "./jwt-authentication-args";
import { jwtAuthenticationPlan } from "./jwt-authentication-plan";

/** Whose tokens requests may carry, and whether they need one. */
export class JwtAuthentication extends pulumi.ComponentResource {
  /** Namespace of the policies. */
  readonly namespace: pulumi.Output<string>;
  /** Name of the RequestAuthentication. */
  readonly name: pulumi.Output<string>;

  constructor(name: string, args: JwtAuthenticationArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = jwtAuthenticationPlan(name, args);
    const member = joinProgram("JwtAuthentication", name, {}, opts);
    super("istio-mesh:index:JwtAuthentication", name, plan.inputs, opts);
    joined(member, this);
    const authentication = new RequestAuthentication(name, manifest(plan.authentication), {
      parent: this,
    });
    if (plan.requirement) {
      // Before tokens are checked nobody has shown one, and everybody would be refused.
      new AuthorizationPolicy(`${name}-require-token`, manifest(plan.requirement), {
        parent: this,
        dependsOn: [authentication],
      });
    }
    this.namespace = pulumi.output(plan.authentication.namespace);
    this.name = pulumi.output(plan.authentication.name);
    this.registerOutputs({ namespace: this.namespace, name: this.name });
  }
}
