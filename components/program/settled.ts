import * as pulumi from "@pulumi/pulumi";

// The public type leaves these out; an `apply` waits for ever while something is unknown.
interface Settled<T> {
  readonly isKnown: Promise<boolean>;
  promise(): Promise<T | undefined>;
}

const innerOf = <T>(input: pulumi.Input<T>): Settled<T> =>
  pulumi.output(input) as unknown as Settled<T>;

/** What an input holds in the end; nothing where a preview does not know it. */
export const settled = <T>(input: pulumi.Input<T>): Promise<T | undefined> =>
  innerOf(input).promise();

/** The same, and nothing where a preview does not know all of it. */
export async function settledWhole<T>(input: pulumi.Input<T>): Promise<T | undefined> {
  const inner = innerOf(input);
  return (await inner.isKnown) ? inner.promise() : undefined;
}
