import type * as pulumi from "@pulumi/pulumi";
import { isKnown } from "./when-known";

const known = new WeakMap<object, unknown>();

/**
 * Outputs of a component that stand for what was plain when it was declared, such as the name of a
 * namespace. What takes such an output knows it at once, and not only when it arrives.
 */
export function remember<T>(output: pulumi.Output<T>, input: pulumi.Input<T>): void {
  const value = recall(input);
  if (value !== undefined) {
    known.set(output, value);
  }
}

/** What is behind an input, when it is known while the program runs. */
export function recall<T>(input: pulumi.Input<T>): T | undefined {
  return isKnown(input) ? input : (known.get(input as object) as T | undefined);
}
