/** Inputs of a resource as Pulumi hands them to a plugin. */
export interface Fields {
  [name: string]: unknown;
}

const chart = "cert-manager";
const repository = "https://charts.jetstack.io";

/** Inputs for which the real component has arguments of its own, all of them values of the chart. */
const typedValues = [
  "affinity",
  "cainjector",
  "clusterResourceNamespace",
  "containerSecurityContext",
  "deploymentAnnotations",
  "extraArgs",
  "extraEnv",
  "extraVolumeMounts",
  "extraVolumes",
  "featureGates",
  "global",
  "http_proxy",
  "https_proxy",
  "image",
  "ingressShim",
  "installCRDs",
  "no_proxy",
  "nodeSelector",
  "podAnnotations",
  "podDnsConfig",
  "podDnsPolicy",
  "podLabels",
  "prometheus",
  "replicaCount",
  "resources",
  "securityContext",
  "serviceAccount",
  "serviceAnnotations",
  "serviceLabels",
  "startupapicheck",
  "strategy",
  "tolerations",
  "webhook",
];

/** Options that the real component does not hand on, or that are outputs. */
const dropped = ["valueYamlFiles", "status"];

/**
 * Arguments of the Release that the real component would make of its inputs. Two of its habits
 * surprise: an argument of its own wins over the chart's value of the same name even when it is not
 * set, and its repository is filled in also beside a chart that is a folder or an OCI reference.
 */
export function releaseArgs(inputs: Fields): Fields {
  const options = { ...(inputs.helmOptions as Fields | undefined) };
  for (const name of dropped) {
    delete options[name];
  }
  const repositoryOpts = options.repositoryOpts as Fields | undefined;
  const values: Fields = { ...(options.values as Fields | undefined) };
  for (const name of typedValues) {
    delete values[name];
    if (inputs[name] !== undefined) {
      values[name] = inputs[name];
    }
  }
  return {
    ...options,
    chart: options.chart ?? chart,
    repositoryOpts: { ...repositoryOpts, repo: repositoryOpts?.repo ?? repository },
    values,
  };
}
