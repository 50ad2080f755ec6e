import type { ArgumentType, ArgumentValue } from "../schemas/argument-schema";
import { argumentFields, argumentSchema } from "../schemas/argument-store";
import { exactRegex } from "../values/regex";
import { pathParts } from "./argument-path";
import { isScalar } from "./scalar";
import { fitsLine, shown } from "./shown";

/** The next place on the way to an argument; nothing where nobody knows it, or no message shows it. */
function step(type: ArgumentType, part: string): ArgumentValue | undefined {
  if (typeof type === "string" || "enum" in type) {
    return undefined;
  }
  if ("ref" in type) {
    const field = argumentFields(type.ref)[part];
    return field?.secret ? undefined : field;
  }
  if ("union" in type) {
    return type.union.map((one) => step(one.type, part)).find((found) => found !== undefined);
  }
  return "list" in type ? type.list : type.map;
}

function declaredAt(component: string, path: string): ArgumentType | undefined {
  const root = argumentSchema().roots[component];
  const start: ArgumentValue | undefined = root && { type: { ref: root.ref } };
  return pathParts(path).reduce((at, part) => at && step(at.type, part), start)?.type;
}

/**
 * A scalar, or a list or map of them: into anything else the path leads. Nothing that may be anything,
 * such as values of charts, in which there may be a secret.
 */
function isShort(type: ArgumentType, value: unknown): boolean {
  if (typeof type === "string" || "enum" in type) {
    return type !== "open" && isScalar(value);
  }
  if ("union" in type) {
    return type.union.some((one) => isShort(one.type, value));
  }
  if ("ref" in type || typeof value !== "object" || value === null) {
    return false;
  }
  const each = "list" in type ? type.list.type : type.map.type;
  return (
    each !== "open" &&
    Array.isArray(value) === "list" in type &&
    Object.values(value).every((part) => isScalar(part) && isShort(each, part)) &&
    fitsLine(JSON.stringify(value))
  );
}

/** Whether a scalar is there, and not as a part of another word or number; "a" is a word of its own. */
const says = (reason: string, scalar: unknown): boolean => {
  const text = String(scalar);
  const bare = new RegExp(`(?<![\\w.])${exactRegex(text)}(?!\\w|\\.\\d)`);
  return typeof scalar === "string"
    ? reason.includes(JSON.stringify(text)) || (text.length > 2 && bare.test(reason))
    : bare.test(reason);
};

/** Whether the reason has the value, or the part of it that is wrong, in its own words. */
function isTold(reason: string, value: unknown): boolean {
  if (isScalar(value)) {
    return says(reason, value) || (value === "" && reason.includes("empty"));
  }
  const entries = Object.entries(value as object);
  const parts = Array.isArray(value) ? value : entries.flat();
  return (
    reason.includes(JSON.stringify(value)) ||
    parts.some((part) => says(reason, part)) ||
    (parts.length === 0 && /empty|missing|nothing/.test(reason))
  );
}

/** How a reason begins that has the value for its subject. */
const predicate = /^(is|are|has|would|cannot|does|says|needs|names|takes|comes|replaces|chooses)\b/;

/** The reason with the argument's value in front, unless it tells the value itself or must not. */
export function withValue(component: string, path: string, reason: string, value: unknown): string {
  const declared = declaredAt(component, path);
  if (declared === undefined || !isShort(declared, value) || isTold(reason, value)) {
    return reason;
  }
  return `${shown(value)}${predicate.test(reason) ? "" : ":"} ${reason}`;
}
