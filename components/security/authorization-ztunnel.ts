import type { ArgumentCheck } from "../validation/argument-check";
import { shown } from "../validation/shown";
import { AuthorizationAction } from "./authorization-action";
import type { AuthorizationArgs } from "./authorization-args";
import { conditionKey } from "./authorization-policy-rule";
import type { AuthorizationRule } from "./authorization-rule";

/** What ztunnel knows of a connection; it ignores the rest, or the whole rule because of it. */
const sourceFields = [
  "serviceAccounts",
  "notServiceAccounts",
  "principals",
  "notPrincipals",
  "namespaces",
  "notNamespaces",
  "ipBlocks",
  "notIpBlocks",
];
const operationFields = ["ports", "notPorts"];
const conditionKeys = [
  "source.ip",
  "source.namespace",
  "source.principal",
  "destination.ip",
  "destination.port",
];

const remedy = "name what the policy is for in targets, a Service or the waypoint (KIA0110)";

/** ztunnel drops ALLOW rules that look at HTTP, and applies DENY rules without what they look at. */
function consequence({ action = AuthorizationAction.Allow }: AuthorizationArgs): string {
  return action === AuthorizationAction.Deny
    ? "it would refuse more than the rule says"
    : "it would let none of these requests through";
}

function checkFields(
  check: ArgumentCheck,
  at: string,
  entry: object,
  known: readonly string[],
  why: string,
): void {
  for (const [field, value] of Object.entries(entry)) {
    if (value !== undefined && !known.includes(field)) {
      check.fail(
        `${at}.${field}`,
        `${shown(value)} is nothing that ztunnel sees, ${why}; ${remedy}`,
      );
    }
  }
}

function checkRule(check: ArgumentCheck, at: string, rule: AuthorizationRule, why: string): void {
  rule.from?.forEach((source, i) => {
    checkFields(check, `${at}.from[${i}]`, source, sourceFields, why);
  });
  rule.to?.forEach((operation, i) => {
    checkFields(check, `${at}.to[${i}]`, operation, operationFields, why);
  });
  rule.when?.forEach((condition, i) => {
    const key = conditionKey(condition);
    if (!conditionKeys.includes(key)) {
      check.fail(`${at}.when[${i}]`, `"${key}" is nothing that ztunnel sees, ${why}; ${remedy}`);
    }
  });
}

/** Reports what ztunnel would read differently from what the arguments say. */
export function checkForZtunnel(check: ArgumentCheck, args: AuthorizationArgs): void {
  const { action, rules, dryRun } = args;
  if (action === AuthorizationAction.Audit || action === AuthorizationAction.Custom) {
    check.fail(
      "action",
      `"${action}" is nothing that ztunnel does; allowed there: ALLOW, DENY; ${remedy}`,
    );
  }
  if (dryRun !== undefined && dryRun !== false) {
    check.fail("dryRun", `${shown(dryRun)} would make ztunnel ignore the policy; ${remedy}`);
  }
  rules?.forEach((rule, i) => {
    checkRule(check, `rules[${i}]`, rule, consequence(args));
  });
}
