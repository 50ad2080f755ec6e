import * as pulumi from "@pulumi/pulumi";
import { isRecord } from "../../analysis/objects/fits";
import { unknown } from "../../analysis/objects/mesh-object";
import { remember } from "../../arguments/known-output";
import { isKnown } from "../../arguments/when-known";

/** Whether some part of a value is not known yet. */
export function holdsLater(value: unknown): boolean {
  if (!isKnown(value)) {
    return true;
  }
  return typeof value === "object" && value !== null && Object.values(value).some(holdsLater);
}

/** The same value with everything that is not known yet replaced by a mark that checks pass over. */
export function plainPart(value: unknown): unknown {
  if (!isKnown(value)) {
    return unknown;
  }
  if (Array.isArray(value)) {
    return value.map(plainPart);
  }
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainPart(inner)]))
    : value;
}

/**
 * The same value, of which the first part that is not known yet waits for `done`. All the others stay
 * as they are, so that a preview shows every field that it can.
 */
export function withGate<T>(value: T, done: Promise<unknown>): T {
  let placed = false;
  const gated = (later: pulumi.Input<unknown>) => {
    const waiting = pulumi.output(later as pulumi.Input<object>).apply(async (known) => {
      await done;
      return known;
    });
    // It stands for the same: whoever knows the value at once knows it still.
    remember(waiting, later as pulumi.Input<object>);
    return waiting;
  };
  const walk = (inner: unknown): unknown => {
    if (placed) {
      return inner;
    }
    if (!isKnown(inner)) {
      placed = true;
      return gated(inner);
    }
    if (Array.isArray(inner)) {
      return inner.map(walk);
    }
    return isRecord(inner)
      ? Object.fromEntries(Object.entries(inner).map(([key, field]) => [key, walk(field)]))
      : inner;
  };
  return walk(value) as T;
}
