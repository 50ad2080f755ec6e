import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { BookinfoArgs } from "./bookinfo-args";
import { bookinfoPlan } from "./bookinfo-plan";

/**
 * Istio's sample application: four services, one of them in three versions. Only the workloads;
 * how requests reach them is for `AppGateway` and `Canary`.
 * @see https://istio.io/latest/docs/examples/bookinfo/
 */
export class Bookinfo extends pulumi.ComponentResource {
  /** Full host name of each service by its short name, e.g. of `productpage`. */
  readonly hosts: pulumi.Output<{ [service: string]: string }>;

  constructor(name: string, args: BookinfoArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = bookinfoPlan(name, args);
    super("istio-mesh:index:Bookinfo", name, plan.inputs, opts);
    for (const { name: service, account, service: spec, deployments } of plan.services) {
      const identity = new k8s.core.v1.ServiceAccount(`${name}-${service}`, account, {
        parent: this,
      });
      new k8s.core.v1.Service(`${name}-${service}`, spec, { parent: this });
      for (const { version, args: deployment } of deployments) {
        new k8s.apps.v1.Deployment(`${name}-${service}-${version}`, deployment, {
          parent: this,
          dependsOn: [identity],
        });
      }
    }
    this.hosts = pulumi.output(plan.hosts);
    this.registerOutputs({ hosts: this.hosts });
  }
}
