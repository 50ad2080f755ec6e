import { didYouMean } from "../values/closest";
import type { Test } from "./predicates";
import { shown } from "./shown";

/**
 * One of these words or numbers. For what an interface leaves open: the words of an argument's own type
 * are checked with its shape.
 */
export const oneOf =
  <T extends string | number | boolean>(allowed: readonly T[]): Test<T> =>
  (value) => {
    const words = allowed.map(String);
    return allowed.includes(value)
      ? undefined
      : `${shown(value)} is unknown; allowed: ${words.join(", ")}${didYouMean(String(value), words)}`;
  };
