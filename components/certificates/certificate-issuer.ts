import type * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../arguments/known-output";
import { joined, joinProgram, programView } from "../program/join";
import { Children } from "../resources/children";
import { createObject, type IssuedObject } from "./cert-manager-object";
import type { CertificateIssuerArgs } from "./certificate-issuer-args";
import { certificateIssuerPlan } from "./certificate-issuer-plan";

/** By what follows the component's name in that of the resource. */
const children = new Children<Record<string, IssuedObject>>();

/**
 * Who issues certificates through cert-manager: keys that sign themselves, a CA, or an ACME server. Put
 * the `CertManager` into `dependsOn`, unless the cluster has cert-manager already.
 */
export class CertificateIssuer extends pulumi.ComponentResource {
  /** Name of the issuer, for `issued.issuer.name`. Who uses it waits until it is ready. */
  readonly name: pulumi.Output<string>;
  /** `Issuer` or `ClusterIssuer`, for `issued.issuer.kind`. */
  readonly kind: pulumi.Output<string>;

  constructor(name: string, args: CertificateIssuerArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = certificateIssuerPlan(name, args, programView(opts));
    const member = joinProgram("CertificateIssuer", name, plan.part, opts);
    super("istio-mesh:index:CertificateIssuer", name, plan.inputs, opts);
    joined(member, this);
    let last: IssuedObject | undefined;
    const made: Record<string, IssuedObject> = {};
    for (const { suffix, object } of plan.objects) {
      last = createObject(`${name}${suffix}`, object, {
        parent: this,
        ...(last && { dependsOn: [last] }),
      });
      made[suffix] = last;
    }
    children.keep(this, made);
    this.name = pulumi.all([plan.name, last?.metadata]).apply(([issuer]) => issuer);
    this.kind = pulumi.output<string>(plan.kind);
    remember(this.name, plan.name);
    remember(this.kind, plan.kind);
    this.registerOutputs({ name: this.name, kind: this.kind });
  }

  /** The Issuer or ClusterIssuer. */
  get issuer(): k8s.apiextensions.CustomResource | undefined {
    return children.of(this)[""];
  }

  /** With `ownCa`: the issuer that signs the CA with its own key. */
  get rootIssuer(): k8s.apiextensions.CustomResource | undefined {
    return children.of(this)["-root"];
  }

  /** With `ownCa`: what cert-manager makes the CA from. */
  get caCertificate(): k8s.apiextensions.CustomResource | undefined {
    return children.of(this)["-ca"];
  }
}
