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

export const time = durationOrNone as Shape;
export const flag = flagOnly as Shape;
export const text = anyText as Shape;
export const count = integer(0) as Shape;
export const portNumber = port as Shape;
export const percentage = numberTest(percentProblem) as Shape;
