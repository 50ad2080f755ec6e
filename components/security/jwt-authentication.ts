import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram, programView } from "../program/join";
import { remember } from "../program/known-output";
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
  /** The RequestAuthentication. */
  readonly authentication: RequestAuthentication;
  /** The AuthorizationPolicy that refuses requests without a token, when one is required. */
  readonly requirement?: AuthorizationPolicy;

  constructor(name: string, args: JwtAuthenticationArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = jwtAuthenticationPlan(name, args, programView(opts));
    const member = joinProgram("JwtAuthentication", name, plan.part, opts);
    super("istio-mesh:index:JwtAuthentication", name, plan.inputs, opts);
    joined(member, this);
    this.authentication = new RequestAuthentication(name, manifest(plan.authentication), {
      parent: this,
    });
    // Before tokens are checked nobody has shown one, and everybody would be refused.
    this.requirement =
      plan.requirement &&
      new AuthorizationPolicy(`${name}-require-token`, manifest(plan.requirement), {
        parent: this,
        dependsOn: [this.authentication],
      });
    this.namespace = pulumi.output(plan.authentication.namespace);
    this.name = pulumi.output(plan.authentication.name);
    remember(this.namespace, plan.authentication.namespace);
    remember(this.name, plan.authentication.name);
    this.registerOutputs({ namespace: this.namespace, name: this.name });
  }
}
