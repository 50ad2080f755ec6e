import * as pulumi from "@pulumi/pulumi";
import { namesIn, objectIdentity } from "./object-identity";
import type { RegisteredResource } from "./registered-resource";
import type { KnownObject } from "./renamed-objects";
import { settled } from "./settled";

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

const stackName = () => `${pulumi.getOrganization()}/${pulumi.getProject()}/${pulumi.getStack()}`;

const read = (name: string, args: object) => pulumi.runtime.invoke(`pulumi:pulumi:${name}`, args);

/** Whether the stack has outputs, and so a state. */
export async function hasOutputs(): Promise<boolean> {
  const { outputs }: StackOutputs = await read("readStackOutputs", { name: stackName() });
  return Object.keys(outputs ?? {}).length > 0;
}

/** What Kubernetes' provider gives no id in a preview unless it was there before. */
const showsState = ({ resource, type, imported }: Seen): boolean =>
  !imported && type.startsWith("kubernetes:") && pulumi.CustomResource.isInstance(resource);

type Seen = Pick<RegisteredResource, "resource" | "type" | "imported">;

/**
 * Whether some object was there before, and the stack so has a state: a preview knows the ids of those
 * alone. An update knows all of them in the end.
 */
export async function hasResources(registered: readonly Seen[]): Promise<boolean> {
  if (!pulumi.runtime.isDryRun()) {
    return false;
  }
  const ids = await Promise.all(
    registered
      .filter(showsState)
      .map(({ resource }) => settled((resource as pulumi.CustomResource).id)),
  );
  return ids.some((id) => id !== undefined && id !== "");
}

/**
 * What the last update left, as the engine knows it. To be asked of a stack that has a state: without
 * one the engine's answer is not made for it.
 */
export async function previousResources(): Promise<PreviousResource[]> {
  const { outputs: resources }: ResourceOutputs = await read("readStackResourceOutputs", {
    stackName: stackName(),
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
