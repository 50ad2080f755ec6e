import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../../program/join";
import { manifest } from "../../resources/named-object";
import {
  DestinationRule,
  Gateway,
  ServiceEntry,
  VirtualService,
} from "../../resources/networking/v1";
import type { EgressRouteArgs } from "./egress-route-args";
import { egressRoutePlan } from "./egress-route-plan";

/**
 * A host outside the mesh that is called through an egress gateway: clients call it by its name as
 * before, and all of its requests leave the cluster at one place.
 */
export class EgressRoute extends pulumi.ComponentResource {
  /** Host that clients call. */
  readonly host: pulumi.Output<string>;

  constructor(name: string, args: EgressRouteArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = egressRoutePlan(name, args);
    const member = joinProgram("EgressRoute", name, {}, opts);
    super("istio-mesh:index:EgressRoute", name, plan.inputs, opts);
    joined(member, this);
    const child = { parent: this };
    const ends = [
      new ServiceEntry(name, manifest(plan.entry), child),
      new Gateway(name, manifest(plan.gateway), child),
      new DestinationRule(name, manifest(plan.toGateway), child),
    ];
    if (plan.toHost) {
      ends.push(new DestinationRule(`${name}-out`, manifest(plan.toHost), child));
    }
    // Requests are sent to the gateway only when it knows what to do with them.
    new VirtualService(name, manifest(plan.route), { ...child, dependsOn: ends });
    this.host = pulumi.output(args.host);
    this.registerOutputs({ host: this.host });
  }
}
