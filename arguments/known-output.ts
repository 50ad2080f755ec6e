import type * as pulumi from "@pulumi/pulumi";
import { isKnown } from "./when-known";

const known = new WeakMap<object, unknown>();
const origins = new WeakMap<object, unknown>();

/**
 * Outputs of a component that stand for what was plain when it was declared, such as the name of a
 * namespace. What takes such an output knows it at once, and not only when it arrives.
 */
export function remember<T>(output: pulumi.Output<T>, input: pulumi.Input<T>): void {
  const value = recall(input);
  if (value !== undefined) {
    known.set(output, value);
    origins.set(output, input);
  }
}

/** The output itself, and those that it was handed on from: what components take is judged on the way. */
export function handedOn(output: object): object[] {
  const before = origins.get(output);
  return typeof before === "object" && before !== null ? [output, ...handedOn(before)] : [output];
}

/** What is behind an input, when it is known while the program runs. */
export function recall<T>(input: pulumi.Input<T>): T | undefined {
  return isKnown(input) ? input : (known.get(input as object) as T | undefined);
}
