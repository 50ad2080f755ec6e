import { host, type Test } from "../../validation/tests";

/** Whether a host name with or without a wildcard stands for all that another stands for. */
export const covers = (pattern: string, name: string): boolean =>
  pattern === "*" ||
  pattern === name ||
  (pattern.startsWith("*.") && name.endsWith(pattern.slice(1)));

/** Whether there is a name that both stand for. */
export const overlap = (one: string, other: string): boolean =>
  covers(one, other) || covers(other, one);

/** Istio would read a name without a dot as that of a Service. */
export const edgeHost: Test<string> = (value) =>
  host(value) ??
  (value === "*" || value.includes(".")
    ? undefined
    : `"${value}" is a short name; write the whole host name, such as "${value}.example.com"`);
