import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { ClientArgs } from "./client-args";
import { clientPlan } from "./client-plan";

/** A Pod to send requests from: `kubectl exec deploy/<name> -- curl …`. */
export class Client extends pulumi.ComponentResource {
  /** Name of the Deployment and of its ServiceAccount. */
  readonly name: pulumi.Output<string>;
  /** Namespace of the client. */
  readonly namespace: pulumi.Output<string>;

  constructor(name: string, args: ClientArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = clientPlan(name, args);
    super("istio-mesh:index:Client", name, plan.inputs, opts);
    const account = new k8s.core.v1.ServiceAccount(name, plan.account, { parent: this });
    new k8s.core.v1.Service(name, plan.service, { parent: this });
    new k8s.apps.v1.Deployment(name, plan.deployment, { parent: this, dependsOn: [account] });
    this.name = pulumi.output(plan.name);
    this.namespace = pulumi.output(plan.namespace);
    this.registerOutputs({ name: this.name, namespace: this.namespace });
  }
}
