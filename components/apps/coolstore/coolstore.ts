import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../../program/join";
import { Children } from "../../resources/children";
import { createWorkloads, type WorkloadObjects } from "../create-workload";
import type { CoolstoreArgs } from "./coolstore-args";
import { coolstorePlan } from "./coolstore-plan";

const children = new Children<{ [service: string]: WorkloadObjects }>();

/**
 * The shop of the book "Istio in Action": webapp asks catalog, in one or two versions, and forum. Only
 * the workloads; how requests reach them is for `AppGateway` and `Canary`. Traces need Zipkin's headers
 * (`x-b3-…`): webapp does not pass `traceparent` on.
 * @see https://github.com/istioinaction/book-source-code
 */
export class Coolstore extends pulumi.ComponentResource {
  /** Full host name of each service by its short name, e.g. of `webapp`. */
  readonly hosts: pulumi.Output<{ [service: string]: string }>;
  /** Identity of each service in policies, e.g. `cluster.local/ns/istioinaction/sa/webapp`. */
  readonly principals: pulumi.Output<{ [service: string]: string }>;

  constructor(name: string, args: CoolstoreArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = coolstorePlan(name, args);
    const member = joinProgram("Coolstore", name, plan.part, opts);
    super("istio-mesh:index:Coolstore", name, plan.inputs, opts);
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
