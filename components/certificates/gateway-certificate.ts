import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { remember } from "../../arguments/known-output";
import { joined, joinProgram, programView } from "../program/join";
import { Children } from "../resources/children";
import { createObject } from "./cert-manager-object";
import { warnBeforeExpiry } from "./expiry";
import type { GatewayCertificateArgs } from "./gateway-certificate-args";
import { gatewayCertificatePlan } from "./gateway-certificate-plan";

interface Made {
  secret: k8s.core.v1.Secret | undefined;
  clientCaSecret: k8s.core.v1.Secret | undefined;
  certificate: k8s.apiextensions.CustomResource | undefined;
}

const children = new Children<Made>();

/**
 * A certificate that a gateway presents, and who may issue certificates to its clients, as Secrets
 * where Istio looks for them. A gateway takes over a changed certificate while it runs. With `pem`, set
 * `kubernetes:enableSecretMutable: "true"`, or the same argument of the provider: otherwise Pulumi
 * deletes a Secret whose data change and makes it anew, and clients get no TLS for two seconds. From
 * `pem` to `issued` and back go by a second one with a `credentialName` of its own: point the server to
 * it, and remove the first in the next update.
 */
export class GatewayCertificate extends pulumi.ComponentResource {
  /** Name of the Secret, for `credentialName` of a gateway's server. */
  readonly credentialName: pulumi.Output<string>;
  /** Namespace of the Secret, which is the one of the gateway's Pods. */
  readonly namespace: pulumi.Output<string>;
  /** When the certificate ends, e.g. `2027-01-31T12:00:00Z`. */
  readonly expiry: pulumi.Output<string | undefined>;

  constructor(name: string, args: GatewayCertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = gatewayCertificatePlan(name, args, programView(opts));
    const member = joinProgram("GatewayCertificate", name, plan.part, opts);
    super("istio-mesh:index:GatewayCertificate", name, plan.inputs, opts);
    joined(member, this);
    const secrets = plan.secrets.map(
      ({ suffix, args: secret }) =>
        new k8s.core.v1.Secret(`${name}${suffix}`, secret, { parent: this }),
    );
    const bySuffix = (wanted: string) =>
      secrets[plan.secrets.findIndex(({ suffix }) => suffix === wanted)];
    const issued =
      plan.certificate &&
      createObject(name, plan.certificate, { parent: this, dependsOn: secrets });
    if (!issued) {
      warnBeforeExpiry(plan.expiry, this);
    }
    children.keep(this, {
      secret: bySuffix(""),
      clientCaSecret: bySuffix("-cacert"),
      certificate: issued,
    });
    const made = issued ? [issued, ...secrets] : secrets;
    // Who points to the Secret waits for it.
    this.credentialName = pulumi
      .all([plan.credentialName, ...made.map(({ metadata }) => metadata)])
      .apply(([credentialName]) => credentialName as string);
    remember(this.credentialName, plan.credentialName);
    this.namespace = pulumi.output(plan.namespace);
    remember(this.namespace, plan.namespace);
    this.expiry = issued
      ? issued.status.apply((status) => status?.notAfter)
      : pulumi.unsecret(pulumi.output(plan.expiry));
    this.registerOutputs({
      credentialName: this.credentialName,
      namespace: this.namespace,
      expiry: this.expiry,
    });
  }

  /** With `pem`: the Secret that the gateway presents. */
  get secret(): k8s.core.v1.Secret | undefined {
    return children.of(this).secret;
  }

  /** With `clientCa`: the Secret with the CAs of clients. */
  get clientCaSecret(): k8s.core.v1.Secret | undefined {
    return children.of(this).clientCaSecret;
  }

  /** With `issued`: what cert-manager makes the Secret from. */
  get certificate(): k8s.apiextensions.CustomResource | undefined {
    return children.of(this).certificate;
  }
}
