/** What is wrong with an object, in the words of this project. */
export interface Finding {
  /** `error`: the API server or istiod refuses the object. `warning`: it is taken, with a warning. */
  level: "error" | "warning";
  /** istioctl's code: IST0106 for what is refused, IST0133 for a warning. */
  code: string;
  /** Path of the field from the object's top, e.g. `spec.http[0].route[1].weight`. */
  path: string;
  /** The value found there; undefined when it is missing. */
  value: unknown;
  /** Why it cannot stay so, and what is allowed. Without the path and the value. */
  reason: string;
  /** Name of the rule, where others have a code of their own for it. */
  rule?: string;
}

const refusedCode = "IST0106";
const warnedCode = "IST0133";

/** A finding of something that the API server or istiod refuses. */
export function refused(path: string, value: unknown, reason: string, rule?: string): Finding {
  return { level: "error", code: refusedCode, path, value, reason, ...(rule && { rule }) };
}

/** A finding of something that is taken, with a warning. */
export function warned(path: string, value: unknown, reason: string, rule?: string): Finding {
  return { level: "warning", code: warnedCode, path, value, reason, ...(rule && { rule }) };
}
