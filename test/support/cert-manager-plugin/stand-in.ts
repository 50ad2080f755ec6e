import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { type Fields, releaseArgs } from "./release-args";

const token = "kubernetes-cert-manager:index:CertManager";

/** Arguments of a Release, besides those that the stand-in knows by name. */
const releaseFields = [
  "allowNullValues",
  "atomic",
  "chart",
  "cleanupOnFail",
  "createNamespace",
  "dependencyUpdate",
  "description",
  "devel",
  "disableCRDHooks",
  "disableOpenapiValidation",
  "disableWebhooks",
  "forceUpdate",
  "keyring",
  "lint",
  "maxHistory",
  "name",
  "namespace",
  "postrender",
  "recreatePods",
  "renderSubchartNotes",
  "replace",
  "repositoryOpts",
  "resetValues",
  "resourceNames",
  "reuseValues",
  "skipAwait",
  "skipCrds",
  "timeout",
  "values",
  "verify",
  "version",
  "waitForJobs",
];

/** What stands in for the component of @pulumi/kubernetes-cert-manager. */
class CertManagerStandIn extends pulumi.ComponentResource {
  readonly status: pulumi.Output<k8s.types.output.helm.v3.ReleaseStatus>;

  constructor(name: string, inputs: pulumi.Inputs, opts: pulumi.ComponentResourceOptions) {
    super(token, name, {}, opts);
    const args = pulumi.output(inputs).apply((known) => releaseArgs(known as Fields));
    const fields = releaseFields.map((field) => [field, args.apply((all) => all[field])]);
    const release = new k8s.helm.v3.Release(`${name}-helm`, Object.fromEntries(fields), {
      parent: this,
    });
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
