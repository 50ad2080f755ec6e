import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { joined, joinProgram, programView } from "../../program/join";
import { Children } from "../../resources/children";
import { manifest } from "../../resources/named-object";
import { AuthorizationPolicy, RequestAuthentication } from "../../resources/security/v1";
import type { JwtAuthenticationArgs } from "./jwt-authentication-args";
import {
  authenticationArgument,
  jwtAuthenticationPlan,
  requirementArgument,
} from "./jwt-authentication-plan";

interface Made {
  authentication: RequestAuthentication;
  requirement?: AuthorizationPolicy;
}

const children = new Children<Made>();

/** Whose tokens requests may carry, and whether they need one. */
export class JwtAuthentication extends pulumi.ComponentResource {
  /** Namespace of the policies. */
  readonly namespace: pulumi.Output<string>;
  /** Name of the RequestAuthentication. */
  readonly name: pulumi.Output<string>;

  constructor(name: string, args: JwtAuthenticationArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = jwtAuthenticationPlan(name, args, programView(opts));
    const member = joinProgram("JwtAuthentication", name, plan.part, opts);
    super("istio-mesh:index:JwtAuthentication", name, plan.inputs, opts);
    joined(member, this);
    const authentication = new RequestAuthentication(
      name,
      manifest(plan.authentication, authenticationArgument),
      {
        parent: this,
      },
    );
    // Before tokens are checked nobody has shown one, and everybody would be refused.
    const requirement =
      plan.requirement &&
      new AuthorizationPolicy(
        `${name}-require-token`,
        manifest(plan.requirement, requirementArgument),
        {
          parent: this,
          dependsOn: [authentication],
        },
      );
    children.keep(this, { authentication, ...(requirement && { requirement }) });
    this.namespace = pulumi.output(plan.authentication.namespace);
    this.name = pulumi.output(plan.authentication.name);
    remember(this.namespace, plan.authentication.namespace);
    remember(this.name, plan.authentication.name);
    this.registerOutputs({ namespace: this.namespace, name: this.name });
  }

  /** The check of tokens as the cluster has it. */
  get authentication(): RequestAuthentication {
    return children.of(this).authentication;
  }

  /** What refuses requests without a token, when one is required. */
  get requirement(): AuthorizationPolicy | undefined {
    return children.of(this).requirement;
  }
}
