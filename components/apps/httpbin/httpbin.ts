import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { joined, joinProgram } from "../../program/join";
import { Children } from "../../resources/children";
import { createWorkload, type WorkloadObjects } from "../create-workload";
import type { HttpbinArgs } from "./httpbin-args";
import { httpbinPlan } from "./httpbin-plan";

const children = new Children<WorkloadObjects>();

/**
 * A service that says what it was asked (`/headers`, `/anything`), and misbehaves on request
 * (`/status/503`, `/delay/5`).
 * @see https://github.com/mccutchen/go-httpbin
 */
export class Httpbin extends pulumi.ComponentResource {
  /** Full host name of the Service. */
  readonly host: pulumi.Output<string>;
  /** Identity of the service in policies, e.g. `cluster.local/ns/shop/sa/httpbin`. */
  readonly principal: pulumi.Output<string>;

  constructor(name: string, args: HttpbinArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = httpbinPlan(name, args);
    const member = joinProgram("Httpbin", name, plan.part, opts);
    super("istio-mesh:index:Httpbin", name, plan.inputs, opts);
    joined(member, this);
    children.keep(this, createWorkload(name, plan.workload, this));
    this.host = pulumi.output(plan.host);
    this.principal = pulumi.output(plan.principal);
    remember(this.host, plan.host);
    this.registerOutputs({ host: this.host, principal: this.principal });
  }

  /** Account, Service and Deployment. */
  get workload(): WorkloadObjects {
    return children.of(this);
  }
}
