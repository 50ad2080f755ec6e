import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { joined, joinProgram } from "../program/join";
import { createObject } from "./cert-manager-object";
import { warnBeforeExpiry } from "./expiry";
import type { GatewayCertificateArgs } from "./gateway-certificate-args";
import { gatewayCertificatePlan } from "./gateway-certificate-plan";

/**
 * A certificate that a gateway presents, and who may issue certificates to its clients, as Secrets
 * where Istio looks for them. A gateway takes over a changed certificate while it runs.
 */
export class GatewayCertificate extends pulumi.ComponentResource {
  /** Name of the Secret, for `credentialName` of a gateway's server. */
  readonly credentialName: pulumi.Output<string>;
  /** Namespace of the Secret, which is the one of the gateway's Pods. */
  readonly namespace: pulumi.Output<string>;
  /** When the certificate ends, e.g. `2027-01-31T12:00:00Z`. */
  readonly expiry: pulumi.Output<string | undefined>;

  constructor(name: string, args: GatewayCertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = gatewayCertificatePlan(name, args);
    const member = joinProgram("GatewayCertificate", name, {}, opts);
    super("istio-mesh:index:GatewayCertificate", name, plan.inputs, opts);
    joined(member, this);
    const secrets = (plan.secrets ?? []).map(
      ({ suffix, args: secret }) =>
        new k8s.core.v1.Secret(`${name}${suffix}`, secret, { parent: this }),
    );
    const issued =
      plan.certificate &&
      createObject(name, plan.certificate, { parent: this, dependsOn: secrets });
    if (!issued) {
      warnBeforeExpiry(plan.expiry, this);
    }
    const made = issued ? [issued, ...secrets] : secrets;
    // Who points to the Secret waits for it.
    this.credentialName = pulumi
      .all([plan.credentialName, ...made.map(({ metadata }) => metadata)])
      .apply(([credentialName]) => credentialName as string);
    this.namespace = pulumi.output(plan.namespace);
    this.expiry = issued
      ? issued.status.apply((status) => status?.notAfter)
      : pulumi.unsecret(pulumi.output(plan.expiry));
    this.registerOutputs({
      credentialName: this.credentialName,
      namespace: this.namespace,
      expiry: this.expiry,
    });
  }
}
