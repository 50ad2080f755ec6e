import { oneOf } from "../../../arguments/one-of";
import { duration, integer, numberTest, port, type Test } from "../../../arguments/predicates";
import { shown } from "../../../arguments/shown";
import { percentProblem } from "../../../values/percent";
import type { Shape } from "./shape";

/** One of these words. */
export const words = (...allowed: string[]): Shape => oneOf(allowed) as Test<never>;

const durationOrNone: Test<string> = (value) => (value === "0s" ? undefined : duration(value));

const flagOnly: Test<boolean> = (value) =>
  typeof value === "boolean" ? undefined : `${shown(value)} is not true or false`;

const anyText: Test<string> = (value) =>
  typeof value === "string" ? undefined : `${shown(value)} is not a text`;

/** A duration; `0s` stands for none. */
export const time = durationOrNone as Shape;

/** True or false. */
export const flag = flagOnly as Shape;

/** Any text, an empty one too. */
export const text = anyText as Shape;

/** A whole number, 0 or more. */
export const count = integer(0) as Shape;

/** The number of a port, 1 to 65535. */
export const portNumber = port as Shape;

/** A share from 0 to 100. */
export const percentage = numberTest(percentProblem) as Shape;
