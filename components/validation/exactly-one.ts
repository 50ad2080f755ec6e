import type { ArgumentCheck } from "./argument-check";

/** For arguments that exclude each other; false stands for not given. */
export function checkExactlyOne(
  check: ArgumentCheck,
  path: string,
  choices: Record<string, unknown>,
): void {
  const given = Object.keys(choices).filter((key) => choices[key]);
  if (given.length !== 1) {
    const allowed = Object.keys(choices).join(", ");
    check.fail(path, `sets ${given.join(", ") || "none"} of ${allowed}; set exactly one`);
  }
}
