import * as pulumi from "@pulumi/pulumi";

// The public type leaves it out; an `apply` waits for ever while something is unknown.
interface Settled<T> {
  promise(): Promise<T | undefined>;
}

/** What an input holds in the end; nothing where a preview does not know it. */
export const settled = <T>(input: pulumi.Input<T>): Promise<T | undefined> =>
  (pulumi.output(input) as unknown as Settled<T>).promise();
