import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../program/join";
import { createObject } from "./cert-manager-object";
import { warnBeforeExpiry } from "./expiry";
import type { MeshCaArgs } from "./mesh-ca-args";
import { meshCaPlan, secretName } from "./mesh-ca-plan";

/**
 * The CA that signs the certificates of workloads, instead of the one that istiod makes by itself. It
 * has to be there before istiod: create the namespace, then this, and then a `ControlPlane` with
 * `createNamespace: false` and this in its `dependsOn`.
 */
export class MeshCa extends pulumi.ComponentResource {
  /** Name of the Secret. */
  readonly secretName: pulumi.Output<string>;
  /** Namespace of the Secret, for the `ControlPlane`. */
  readonly namespace: pulumi.Output<string>;
  /** When the CA's certificate ends, e.g. `2027-01-31T12:00:00Z`. */
  readonly expiry: pulumi.Output<string | undefined>;

  constructor(name: string, args: MeshCaArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = meshCaPlan(name, args);
    const member = joinProgram("MeshCa", name, {}, opts);
    super("istio-mesh:index:MeshCa", name, plan.inputs, opts);
    joined(member, this);
    const secret = plan.secret && new k8s.core.v1.Secret(name, plan.secret, { parent: this });
    const issued = plan.certificate && createObject(name, plan.certificate, { parent: this });
    if (secret) {
      warnBeforeExpiry(plan.expiry, this);
    }
    this.secretName = pulumi.output(secretName);
    // Who asks for the namespace finds the Secret in it.
    this.namespace = pulumi
      .all([plan.namespace, secret?.metadata, issued?.metadata])
      .apply(([namespace]) => namespace);
    this.expiry = issued
      ? issued.status.apply((status) => status?.notAfter)
      : pulumi.unsecret(pulumi.output(plan.expiry));
    this.registerOutputs({
      secretName: this.secretName,
      namespace: this.namespace,
      expiry: this.expiry,
    });
  }
}
