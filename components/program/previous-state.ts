import * as pulumi from "@pulumi/pulumi";
import { namesIn, objectIdentity } from "./object-identity";
import type { KnownObject } from "./renamed-objects";

/** A resource of the last update; one that is an object of a cluster has an identity there, and a beginning. */
export type PreviousResource = { urn: string; created?: string } & Partial<KnownObject>;

interface StackOutputs {
  outputs: Record<string, unknown>;
}

interface ResourceOutputs {
  outputs: Record<string, { type: string; outputs: Record<string, unknown> }>;
}

interface Metadata {
  name: string;
  namespace?: string;
  creationTimestamp?: string;
}

function metadataOf(metadata: unknown): Metadata | undefined {
  const { name, namespace, creationTimestamp } = (metadata ?? {}) as Record<string, unknown>;
  return typeof name === "string"
    ? {
        name,
        ...(typeof namespace === "string" && { namespace }),
        ...(typeof creationTimestamp === "string" && { creationTimestamp }),
      }
    : undefined;
}

/**
 * What the last update left, as the engine knows it; nothing for a stack that exports nothing. The
 * engine's answer about resources is not made for a stack without any state, and that a stack has
 * outputs says that it has one.
 */
export async function previousResources(): Promise<PreviousResource[]> {
  const stack = `${pulumi.getOrganization()}/${pulumi.getProject()}/${pulumi.getStack()}`;
  const read = (name: string, args: object) => pulumi.runtime.invoke(`pulumi:pulumi:${name}`, args);
  const { outputs }: StackOutputs = await read("readStackOutputs", { name: stack });
  if (Object.keys(outputs ?? {}).length === 0) {
    return [];
  }
  const { outputs: resources }: ResourceOutputs = await read("readStackResourceOutputs", {
    stackName: stack,
  });
  return Object.entries(resources).map(([urn, { type, outputs: state }]) => {
    const metadata = metadataOf(namesIn(type, state ?? {}));
    const identity = metadata && objectIdentity(type, metadata);
    const created = metadata?.creationTimestamp;
    return {
      urn,
      ...(identity !== undefined && { identity }),
      ...(created !== undefined && { created }),
    };
  });
}
