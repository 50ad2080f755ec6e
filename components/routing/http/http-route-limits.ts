import type { ArgumentCheck } from "../../../arguments/argument-check";

/** What one HTTPRoute takes, as its definition says. */
export const httpRouteLimits = {
  rules: 16,
  matchesOfRule: 64,
  matchesOfRoute: 128,
  backends: 16,
  filters: 16,
  conditions: 16,
  hosts: 16,
  parents: 32,
} as const;

/** Says by the argument's path that there are more than an HTTPRoute takes. */
export function checkMost(
  check: ArgumentCheck,
  path: string,
  count: number,
  most: number,
  what: string,
  way = 'say less, or use dialect "istio"',
): void {
  if (count > most) {
    check.fail(path, `has ${count} ${what}; an HTTPRoute holds ${most}: ${way}`);
  }
}
