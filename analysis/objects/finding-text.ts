import type { Finding } from "./finding";

const shown = (value: unknown) => typeof value !== "object" && value !== undefined;

/** What a user reads behind the path: the value where it is a scalar, the reason and the code. */
export function findingReason({ value, reason, code }: Finding): string {
  return `${shown(value) ? `${JSON.stringify(value)}: ` : ""}${reason} [${code}]`;
}
