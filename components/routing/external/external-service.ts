import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../../program/join";
import { Children } from "../../resources/children";
import { manifest } from "../../resources/named-object";
import { DestinationRule, ServiceEntry } from "../../resources/networking/v1";
import type { ExternalServiceArgs } from "./external-service-args";
import { externalServiceArgument, externalServicePlan } from "./external-service-plan";
import { externalPolicyArgument } from "./external-service-policy";

const children = new Children<{ entry: ServiceEntry; rules: DestinationRule[] }>();

/**
 * A service outside the mesh that clients may call as if it were inside, with TLS added on the way if
 * wanted. Routes for it (timeouts, retries) are those of a `ServiceRoute`; through an egress gateway
 * it is an `EgressRoute`.
 */
export class ExternalService extends pulumi.ComponentResource {
  /** Host names that clients call. */
  readonly hosts: pulumi.Output<string[]>;

  constructor(name: string, args: ExternalServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = externalServicePlan(name, args);
    const member = joinProgram("ExternalService", name, plan.part, opts);
    super("istio-mesh:index:ExternalService", name, plan.inputs, opts);
    joined(member, this);
    for (const warning of plan.warnings) {
      void pulumi.log.warn(warning, this);
    }
    const ofPolicy = externalPolicyArgument(plan.inputs);
    const rules = plan.rules.map(
      ({ suffix, rule }) =>
        new DestinationRule(`${name}${suffix}`, manifest(rule, ofPolicy), { parent: this }),
    );
    // Requests that arrive before the rule would go out without TLS.
    const entry = new ServiceEntry(name, manifest(plan.entry, externalServiceArgument), {
      parent: this,
      dependsOn: rules,
    });
    children.keep(this, { entry, rules });
    this.hosts = pulumi.output(args.hosts);
    this.registerOutputs({ hosts: this.hosts });
  }

  /** The hosts and their ports. */
  get serviceEntry(): ServiceEntry {
    return children.of(this).entry;
  }

  /** How they are called, in the order of the hosts; none without `trafficPolicy` and `tls`. */
  get destinationRules(): readonly DestinationRule[] {
    return children.of(this).rules;
  }
}
