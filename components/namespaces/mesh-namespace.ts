import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../program/join";
import type { MeshNamespaceArgs } from "./mesh-namespace-args";
import { meshNamespacePlan } from "./mesh-namespace-plan";

/** A namespace in the mesh, or explicitly outside it: created, or an existing one labelled. */
export class MeshNamespace extends pulumi.ComponentResource {
  /** Name of the namespace. What uses it waits until the labels are set. */
  readonly name: pulumi.Output<string>;
  /** `sidecar`, `ambient` or `none`. */
  readonly mode: pulumi.Output<string>;

  constructor(name: string, args: MeshNamespaceArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = meshNamespacePlan(name, args);
    const member = joinProgram("MeshNamespace", name, {}, opts);
    super("istio-mesh:index:MeshNamespace", name, plan.inputs, opts);
    joined(member, this);

    const metadata = { name: plan.name, labels: plan.labels, annotations: plan.annotations };
    const namespace = plan.adopt
      ? new k8s.core.v1.NamespacePatch(name, { metadata }, { parent: this })
      : new k8s.core.v1.Namespace(name, { metadata }, { parent: this });
    this.name = plan.adopt
      ? pulumi.output(plan.adoptedName(namespace.metadata))
      : namespace.metadata.name;

    for (const [deployment, patch] of plan.restarts(this.name)) {
      new k8s.apps.v1.DeploymentPatch(`${name}-restart-${deployment}`, patch, {
        parent: this,
        // To take the annotation away would restart the Pods once more, and fail where the Deployment
        // has gone first.
        retainOnDelete: true,
      });
    }

    this.mode = pulumi.output<string>(plan.inputs.mode);
    this.registerOutputs({ name: this.name, mode: this.mode });
  }
}
