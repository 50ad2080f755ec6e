import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../arguments/known-output";
import { joined, joinProgram, programView } from "../program/join";
import { Children } from "../resources/children";
import { createObject } from "./cert-manager-object";
import { warnBeforeExpiry } from "./expiry";
import type { MeshCaArgs } from "./mesh-ca-args";
import { meshCaPlan, secretName } from "./mesh-ca-plan";

interface Made {
  secret: k8s.core.v1.Secret | undefined;
  certificate: k8s.apiextensions.CustomResource | undefined;
}

const children = new Children<Made>();

/**
 * The CA that signs the certificates of workloads, instead of the one that istiod makes by itself. It
 * has to be there before istiod: create the namespace, then this, and then a `ControlPlane` with
 * `createNamespace: false` and this in its `dependsOn`. The Secret, and the Certificate that renews it,
 * stay in the cluster when the component goes or is renamed: the identities of all workloads hang on it.
 * With `pem`, set `kubernetes:enableSecretMutable: "true"`, or the same argument of the provider, so that
 * a renewed CA changes the Secret and does not take its place.
 */
export class MeshCa extends pulumi.ComponentResource {
  /** Name of the Secret. */
  readonly secretName: pulumi.Output<string>;
  /** Namespace of the Secret, for the `ControlPlane`. */
  readonly namespace: pulumi.Output<string>;
  /** When the CA's certificate ends, e.g. `2027-01-31T12:00:00Z`. */
  readonly expiry: pulumi.Output<string | undefined>;

  constructor(name: string, args: MeshCaArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = meshCaPlan(name, args, programView(opts));
    const member = joinProgram("MeshCa", name, plan.part, opts);
    super("istio-mesh:index:MeshCa", name, plan.inputs, opts);
    joined(member, this);
    // Without the Secret, istiod signs with another CA, and no workload trusts the next one any more.
    const kept = { parent: this, retainOnDelete: true };
    const secret = plan.secret && new k8s.core.v1.Secret(name, plan.secret, kept);
    const issued = plan.certificate && createObject(name, plan.certificate, kept);
    children.keep(this, { secret, certificate: issued });
    if (secret) {
      warnBeforeExpiry(plan.expiry, this);
    }
    this.secretName = pulumi.output(secretName);
    // Who asks for the namespace finds the Secret in it.
    this.namespace = pulumi
      .all([plan.namespace, secret?.metadata, issued?.metadata])
      .apply(([namespace]) => namespace);
    remember(this.namespace, plan.namespace);
    this.expiry = issued
      ? issued.status.apply((status) => status?.notAfter)
      : pulumi.unsecret(pulumi.output(plan.expiry));
    this.registerOutputs({
      secretName: this.secretName,
      namespace: this.namespace,
      expiry: this.expiry,
    });
  }

  /** With `pem`: the Secret. */
  get secret(): k8s.core.v1.Secret | undefined {
    return children.of(this).secret;
  }

  /** With `issued`: what cert-manager makes the Secret from. */
  get certificate(): k8s.apiextensions.CustomResource | undefined {
    return children.of(this).certificate;
  }
}
