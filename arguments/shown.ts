import * as pulumi from "@pulumi/pulumi";
import { builtIn } from "./built-in";
import { registeredAs } from "./registered-as";

/** Enough to find a value again in a program; certificates and whole objects would hide the reason. */
const longest = 80;

/** Whether a text is shown as it is, and not cut off. */
export const fitsLine = (text: string): boolean => text.length <= longest;

const cut = (text: string): string => (fitsLine(text) ? text : `${text.slice(0, longest - 1)}…`);

/** Type and name that a resource was registered with. */
function resource(value: pulumi.Resource): string {
  const { type, name } = registeredAs(value);
  return type && name
    ? `a resource (${type.split(":").pop()} ${JSON.stringify(name)})`
    : "a resource";
}

/** What no message can spell out, in words. */
function inWords(value: unknown): string | undefined {
  if (pulumi.Output.isInstance(value)) {
    return "an Output";
  }
  if (value instanceof Promise) {
    return "a Promise";
  }
  if (pulumi.Resource.isInstance(value)) {
    return resource(value);
  }
  if (typeof value === "function") {
    return "a function";
  }
  if (typeof value === "string" && value.includes("PRIVATE KEY")) {
    return "a private key";
  }
  if (typeof value === "bigint") {
    return `${value}n`;
  }
  const kind = builtIn(value);
  if (kind !== undefined) {
    return `a value of type ${kind}`;
  }
  return value === undefined || typeof value === "symbol" ? String(value) : undefined;
}

/** Any value as messages show it: never what an Output holds, never longer than a line. */
export function shown(value: unknown): string {
  const words = inWords(value);
  if (words !== undefined) {
    return words;
  }
  if (typeof value === "number") {
    return String(value);
  }
  const above: unknown[] = [];
  const text = JSON.stringify(value, function (this: Record<string, unknown>, key, json: unknown) {
    // An Output says of itself that it cannot be written as JSON.
    const part = this[key];
    above.splice(above.indexOf(this) + 1);
    if (above.includes(part)) {
      return "itself";
    }
    above.push(part);
    return typeof part === "number" ? json : (inWords(part) ?? json);
  });
  return cut(text);
}
