import * as pulumi from "@pulumi/pulumi";

/** False for outputs and promises: what they hold is seen only later, or not at all in a preview. */
export function isKnown<T>(value: pulumi.Input<T>): value is T {
  return !pulumi.Output.isInstance(value) && !(value instanceof Promise);
}

/**
 * Applies `fn` now if every value is known now, so that a mistake is thrown by the constructor that
 * was called with it, and otherwise as soon as the values arrive.
 */
export function whenKnown<T extends unknown[], R>(
  values: { [K in keyof T]: pulumi.Input<T[K]> },
  fn: (...values: T) => R,
): pulumi.Input<R> {
  if (values.every(isKnown)) {
    return fn(...(values as unknown as T));
  }
  return pulumi
    .all(values as pulumi.Input<unknown>[])
    .apply((known) => fn(...(known as unknown as T)));
}
