import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { joined, joinProgram, programView } from "../../program/join";
import { Children } from "../../resources/children";
import { manifest } from "../../resources/named-object";
import { DestinationRule } from "../../resources/networking/v1";
import type { TrafficPolicyArgs } from "./traffic-policy-args";
import { trafficPolicyArgument, trafficPolicyPlan } from "./traffic-policy-plan";

const children = new Children<DestinationRule>();

/**
 * How clients' proxies talk to a service: choice of endpoints, limits, outlier detection, TLS. Not for
 * a service that has a `Canary`: two rules for one host collide (KIA0201), so give the Canary the
 * policy instead.
 */
export class TrafficPolicy extends pulumi.ComponentResource {
  /** Full host name that the policy is for. */
  readonly host: pulumi.Output<string>;

  constructor(name: string, args: TrafficPolicyArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = trafficPolicyPlan(name, args, programView(opts));
    const member = joinProgram("TrafficPolicy", name, plan.part, opts);
    super("istio-mesh:index:TrafficPolicy", name, plan.inputs, opts);
    joined(member, this);
    children.keep(
      this,
      new DestinationRule(name, manifest(plan.object, trafficPolicyArgument), { parent: this }),
    );
    this.host = pulumi.output(plan.host);
    remember(this.host, plan.host);
    this.registerOutputs({ host: this.host });
  }

  /** The rule as the cluster has it. */
  get destinationRule(): DestinationRule {
    return children.of(this);
  }
}
