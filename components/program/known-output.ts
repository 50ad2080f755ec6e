import type * as pulumi from "@pulumi/pulumi";
import { isKnown } from "../validation/when-known";

const known = new WeakMap<object, string>();

/**
 * Outputs of a component that stand for text which was plain when it was declared, such as the name of
 * a namespace. What takes such an output knows its text at once, and not only when it arrives.
 */
export function remember(output: pulumi.Output<string>, input: pulumi.Input<string>): void {
  const text = recall(input);
  if (text !== undefined) {
    known.set(output, text);
  }
}

/** The text behind an input, when it is known while the program runs. */
export function recall(input: pulumi.Input<string>): string | undefined {
  return isKnown(input) ? input : known.get(input as object);
}
