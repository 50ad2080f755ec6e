import type * as pulumi from "@pulumi/pulumi";
import { settled } from "../program/settled";

type Providers = Readonly<Record<string, pulumi.ProviderResource>>;

const known = new Map<string, pulumi.ProviderResource>();

async function sameProvider(provider: pulumi.ProviderResource): Promise<pulumi.ProviderResource> {
  const urn = await settled(provider.urn);
  if (urn === undefined) {
    return provider;
  }
  // What a preview has is by no ID yet, or by an old one, and is none for the update after it.
  const reference = `${urn}::${await settled(provider.id)}`;
  const first = known.get(reference) ?? provider;
  known.set(reference, first);
  return first;
}

/**
 * The providers of a component, each as it came with the first component that has it: by that, components
 * know whether they go to the same cluster.
 */
export async function sameProviders(
  opts: pulumi.ComponentResourceOptions,
): Promise<pulumi.ComponentResourceOptions> {
  const given = Object.entries((opts.providers ?? {}) as Providers);
  const providers = await Promise.all(
    given.map(async ([name, provider]) => [name, await sameProvider(provider)] as const),
  );
  return { ...opts, providers: Object.fromEntries(providers) };
}
