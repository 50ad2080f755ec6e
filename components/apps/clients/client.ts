import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../../arguments/known-output";
import { joined, joinProgram } from "../../program/join";
import { Children } from "../../resources/children";
import { createWorkload, type WorkloadObjects } from "../create-workload";
import type { ClientArgs } from "./client-args";
import { clientPlan } from "./client-plan";

const children = new Children<WorkloadObjects>();

/** A Pod to send requests from: `kubectl exec deploy/<name> -- curl …`. */
export class Client extends pulumi.ComponentResource {
  /** Name of the Deployment and of its ServiceAccount. */
  readonly name: pulumi.Output<string>;
  /** Namespace of the client. */
  readonly namespace: pulumi.Output<string>;
  /** Identity of the client in policies, e.g. `cluster.local/ns/shop/sa/sleep`. */
  readonly principal: pulumi.Output<string>;

  constructor(name: string, args: ClientArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = clientPlan(name, args);
    const member = joinProgram("Client", name, plan.part, opts);
    super("istio-mesh:index:Client", name, plan.inputs, opts);
    joined(member, this);
    children.keep(this, createWorkload(name, plan.workload, this));
    this.name = pulumi.output(plan.name);
    this.namespace = pulumi.output(plan.namespace);
    this.principal = pulumi.output(plan.principal);
    remember(this.name, plan.name);
    remember(this.namespace, plan.namespace);
    this.registerOutputs({
      name: this.name,
      namespace: this.namespace,
      principal: this.principal,
    });
  }

  /** Account, Service and Deployment. */
  get workload(): WorkloadObjects {
    return children.of(this);
  }
}
