import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../../program/join";
import { manifest } from "../../resources/named-object";
import { DestinationRule, ServiceEntry } from "../../resources/networking/v1";
import type { ExternalServiceArgs } from "./external-service-args";
import { externalServicePlan } from "./external-service-plan";

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
    const member = joinProgram("ExternalService", name, {}, opts);
    super("istio-mesh:index:ExternalService", name, plan.inputs, opts);
    joined(member, this);
    const rules = plan.rules.map(
      (rule, i) =>
        new DestinationRule(i === 0 ? name : `${name}-${i + 1}`, manifest(rule), { parent: this }),
    );
    // Requests that arrive before the rule would go out without TLS.
    new ServiceEntry(name, manifest(plan.entry), { parent: this, dependsOn: rules });
    this.hosts = pulumi.output(args.hosts);
    this.registerOutputs({ hosts: this.hosts });
  }
}
