import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../program/join";
import { createObject, type IssuedObject } from "./cert-manager-object";
import type { CertificateIssuerArgs } from "./certificate-issuer-args";
import { certificateIssuerPlan } from "./certificate-issuer-plan";

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
    const plan = certificateIssuerPlan(name, args);
    const member = joinProgram("CertificateIssuer", name, {}, opts);
    super("istio-mesh:index:CertificateIssuer", name, plan.inputs, opts);
    joined(member, this);
    let last: IssuedObject | undefined;
    for (const { suffix, object } of plan.objects) {
      last = createObject(`${name}${suffix}`, object, {
        parent: this,
        ...(last && { dependsOn: [last] }),
      });
    }
    this.name = pulumi.all([plan.name, last?.metadata]).apply(([issuer]) => issuer);
    this.kind = pulumi.output<string>(plan.kind);
    this.registerOutputs({ name: this.name, kind: this.kind });
  }
}
