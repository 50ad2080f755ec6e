import * as k8s from "@pulumi/kubernetes";
import type * as pulumi from "@pulumi/pulumi";

/** Stands for the provider that a program has without creating one. */
const defaultProvider = Object.freeze({});

const inChoice = (
  providers: pulumi.ComponentResourceOptions["providers"],
): pulumi.ProviderResource | undefined =>
  Object.values(providers ?? {}).find((one) => k8s.Provider.isInstance(one));

/** The Kubernetes provider that a resource with these options gets; undefined for the default one. */
export function providerOf(
  opts: pulumi.ComponentResourceOptions | undefined,
): pulumi.ProviderResource | undefined {
  const { provider, providers, parent } = opts ?? {};
  return k8s.Provider.isInstance(provider)
    ? provider
    : (inChoice(providers) ?? parent?.getProvider("kubernetes:core/v1:Namespace"));
}

/** What two resources have in common when they are sent to the same cluster, as far as a program knows. */
export type Cluster = object;

/** The cluster that a resource with these options goes to: the same object for the same provider. */
export const clusterOf = (opts: pulumi.ComponentResourceOptions | undefined): Cluster =>
  providerOf(opts) ?? defaultProvider;
