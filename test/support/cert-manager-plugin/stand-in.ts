import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { releaseArgs } from "./release-args";

const token = "kubernetes-cert-manager:index:CertManager";

/** What stands in for the component of @pulumi/kubernetes-cert-manager. */
class CertManagerStandIn extends pulumi.ComponentResource {
  readonly status: pulumi.Output<k8s.types.output.helm.v3.ReleaseStatus>;

  constructor(name: string, inputs: pulumi.Inputs, opts: pulumi.ComponentResourceOptions) {
    super(token, name, {}, opts);
    const args = releaseArgs(inputs) as unknown as k8s.helm.v3.ReleaseArgs;
    const release = new k8s.helm.v3.Release(`${name}-helm`, args, { parent: this });
    this.status = release.status;
    this.registerOutputs({ status: this.status });
  }
}

export const standIn: pulumi.provider.Provider = {
  version: "0.2.0",
  async construct(name, type, inputs, options) {
    if (type !== token) {
      throw new Error(`${type} is not ${token}, which is all that this stand-in has`);
    }
    const component = new CertManagerStandIn(name, inputs, options);
    return { urn: component.urn, state: { status: component.status } };
  },
};
