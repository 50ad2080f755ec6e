import type * as pulumi from "@pulumi/pulumi";

/** What Pulumi keeps of a resource beside its public type. */
interface RegisteredAs extends pulumi.Resource {
  /** Token of its type. */
  readonly __pulumiType?: string;
  /** Name in the program. */
  readonly __name?: string;
  /** URNs that it had before. */
  readonly __aliases?: readonly pulumi.Input<string>[];
}

/** Type, name and former URNs that a resource was registered with, as far as there are any. */
export function registeredAs(resource: pulumi.Resource): {
  type?: string;
  name?: string;
  aliases: readonly pulumi.Input<string>[];
} {
  const { __pulumiType: type, __name: name, __aliases: aliases = [] }: RegisteredAs = resource;
  return { ...(type !== undefined && { type }), ...(name !== undefined && { name }), aliases };
}
