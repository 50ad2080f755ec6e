import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { joined, joinProgram, programView } from "../../program/join";
import { Children } from "../../resources/children";
import { manifest } from "../../resources/named-object";
import { AuthorizationPolicy } from "../../resources/security/v1";
import type { AuthorizationArgs } from "./authorization-args";
import { authorizationArgument, authorizationPlan } from "./authorization-plan";

const children = new Children<AuthorizationPolicy>();

/** Who may ask what of which workloads: by identity, address, request or token. */
export class Authorization extends pulumi.ComponentResource {
  /** Namespace of the policy. */
  readonly namespace: pulumi.Output<string>;
  /** Name of the AuthorizationPolicy. */
  readonly name: pulumi.Output<string>;
  /** What happens to what the rules fit. */
  readonly action: pulumi.Output<string>;

  constructor(name: string, args: AuthorizationArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = authorizationPlan(name, args, programView(opts));
    const member = joinProgram("Authorization", name, plan.part, opts);
    super("istio-mesh:index:Authorization", name, plan.inputs, opts);
    joined(member, this);
    for (const warning of plan.warnings) {
      void pulumi.log.warn(warning, this);
    }
    children.keep(
      this,
      new AuthorizationPolicy(name, manifest(plan.object, authorizationArgument), { parent: this }),
    );
    this.namespace = pulumi.output(plan.object.namespace);
    this.name = pulumi.output(plan.object.name);
    remember(this.namespace, plan.object.namespace);
    remember(this.name, plan.object.name);
    this.action = pulumi.output<string>(plan.action);
    this.registerOutputs({ namespace: this.namespace, name: this.name, action: this.action });
  }

  /** The policy as the cluster has it. */
  get policy(): AuthorizationPolicy {
    return children.of(this);
  }
}
