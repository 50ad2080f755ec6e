import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../../program/join";
import { Children } from "../../resources/children";
import { createWorkloads, type WorkloadObjects } from "../create-workload";
import type { BookinfoArgs } from "./bookinfo-args";
import { bookinfoPlan } from "./bookinfo-plan";

const children = new Children<{ [service: string]: WorkloadObjects }>();

/**
 * Istio's sample application: four services, one of them in three versions. Only the workloads;
 * how requests reach them is for `AppGateway` and `Canary`.
 * @see https://istio.io/latest/docs/examples/bookinfo/
 */
export class Bookinfo extends pulumi.ComponentResource {
  /** Full host name of each service by its short name, e.g. of `productpage`. */
  readonly hosts: pulumi.Output<{ [service: string]: string }>;
  /** Identity of each service in policies, e.g. `cluster.local/ns/shop/sa/bookinfo-reviews`. */
  readonly principals: pulumi.Output<{ [service: string]: string }>;

  constructor(name: string, args: BookinfoArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = bookinfoPlan(name, args);
    const member = joinProgram("Bookinfo", name, plan.part, opts);
    super("istio-mesh:index:Bookinfo", name, plan.inputs, opts);
    joined(member, this);
    children.keep(this, createWorkloads(name, plan.services, this));
    this.hosts = pulumi.output(plan.hosts);
    this.principals = pulumi.output(plan.principals);
    this.registerOutputs({ hosts: this.hosts, principals: this.principals });
  }

  /** The objects of each service, by its name. */
  get workloads(): { readonly [service: string]: WorkloadObjects } {
    return children.of(this);
  }
}
