import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../arguments/known-output";
import { joined, joinProgram, programView } from "../program/join";
import { tellWhatIsWaitedFor } from "../program/waiting";
import { Children } from "../resources/children";
import type { MeshNamespaceArgs } from "./mesh-namespace-args";
import { meshNamespacePlan } from "./mesh-namespace-plan";
import { ownNamespace } from "./own-namespace";

/** What a `MeshNamespace` creates. */
export interface MeshNamespaceChildren {
  /** The namespace, or with `adopt` its labels. */
  readonly namespace: k8s.core.v1.Namespace | k8s.core.v1.NamespacePatch;
  /** What restarts Deployments that run already. */
  readonly restarts: readonly k8s.apps.v1.DeploymentPatch[];
}

const made = new Children<MeshNamespaceChildren>();

/**
 * A namespace in the mesh, or explicitly outside it: created, or an existing one labelled. For sidecars it
 * waits for the `ControlPlane` of the program that injects here, if that was declared before: Pods that are
 * made earlier get none. So give Pods its output `name`.
 */
export class MeshNamespace extends pulumi.ComponentResource {
  /** Name of the namespace. What uses it waits until the labels are set. */
  readonly name: pulumi.Output<string>;
  /** `sidecar`, `ambient` or `none`. */
  readonly dataPlaneMode: pulumi.Output<string>;
  constructor(name: string, args: MeshNamespaceArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = meshNamespacePlan(name, args, programView(opts));
    const after = plan.istiod ? [plan.istiod] : [];
    const member = joinProgram("MeshNamespace", name, plan.part, opts, after);
    super("istio-mesh:index:MeshNamespace", name, plan.inputs, opts);
    joined(member, this);

    const metadata = { name: plan.name, labels: plan.labels, annotations: plan.annotations };
    const namespace = plan.adopt
      ? new k8s.core.v1.NamespacePatch(name, { metadata }, { parent: this, dependsOn: after })
      : ownNamespace(name, metadata, plan.inputs, this, after);
    this.name = plan.adopt
      ? pulumi.output(plan.adoptedName(namespace.metadata))
      : namespace.metadata.name;
    remember(this.name, plan.name);

    const restarts = plan.restarts(this.name).map(
      ([deployment, patch]) =>
        new k8s.apps.v1.DeploymentPatch(`${name}-restart-${deployment}`, patch, {
          parent: this,
          // To take the annotation away would restart the Pods once more, and fail where the Deployment
          // has gone first.
          retainOnDelete: true,
        }),
    );
    for (const [i, restart] of restarts.entries()) {
      tellWhatIsWaitedFor(this, member.owner, restart, [namespace], {
        path: `restart.deployments[${i}]`,
        reason:
          'is still waited for, a minute after it was restarted; its new Pods may be refused (Pod security, no istiod of the revision) or not become ready: see "kubectl describe replicaset" in its namespace',
      });
    }
    made.keep(this, { namespace, restarts });

    this.dataPlaneMode = pulumi.output<string>(plan.inputs.dataPlaneMode);
    this.registerOutputs({ name: this.name, dataPlaneMode: this.dataPlaneMode });
  }

  /** Its resources. */
  get children(): MeshNamespaceChildren {
    return made.of(this);
  }
}
