import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { shown } from "../../../arguments/shown";
import type { AuthorizationRule } from "./authorization-args";
import {
  AuthorizationAction,
  type AuthorizationArgs,
  AuthorizationPreset,
} from "./authorization-args";
import { conditionKey } from "./authorization-policy-rule";

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

type Problem = pulumi.InputPropertyErrorDetails;

/** ztunnel drops ALLOW rules that look at HTTP, and applies DENY rules without what they look at, or not at all. */
function consequence({ action = AuthorizationAction.Allow }: AuthorizationArgs): string {
  return action === AuthorizationAction.Deny
    ? "it would refuse more than the rule says, or nobody"
    : "it would let none of these requests through";
}

const unseenFields = (
  at: string,
  entry: object,
  known: readonly string[],
  why: string,
): Problem[] =>
  Object.entries(entry).flatMap(([field, value]) =>
    value === undefined || known.includes(field)
      ? []
      : [
          {
            propertyPath: `${at}.${field}`,
            reason: `${shown(value)} is nothing that ztunnel sees, ${why}; ${remedy}`,
          },
        ],
  );

const unseenInRule = (at: string, rule: AuthorizationRule, why: string): Problem[] => [
  ...(rule.from ?? []).flatMap((source, i) =>
    unseenFields(`${at}.from[${i}]`, source, sourceFields, why),
  ),
  ...(rule.to ?? []).flatMap((operation, i) =>
    unseenFields(`${at}.to[${i}]`, operation, operationFields, why),
  ),
  ...(rule.when ?? []).flatMap((condition, i) => {
    const key = conditionKey(condition);
    return conditionKeys.includes(key)
      ? []
      : [
          {
            propertyPath: `${at}.when[${i}]`,
            reason: `"${key}" is nothing that ztunnel sees, ${why}; ${remedy}`,
          },
        ];
  }),
];

function undoneAction({ action, preset }: AuthorizationArgs): Problem[] {
  const undone = (propertyPath: string, value: string) => ({
    propertyPath,
    reason: `"${value}" is nothing that ztunnel does; allowed there: ALLOW, DENY; ${remedy}`,
  });
  if (action === AuthorizationAction.Audit || action === AuthorizationAction.Custom) {
    return [undone("action", action)];
  }
  return preset === AuthorizationPreset.AuditAll || preset === AuthorizationPreset.CustomAll
    ? [undone("preset", preset)]
    : [];
}

/** What ztunnel would read differently from what the arguments say. */
export const unseenByZtunnel = (args: AuthorizationArgs): Problem[] => [
  ...undoneAction(args),
  ...(args.dryRun === undefined || args.dryRun === false
    ? []
    : [
        {
          propertyPath: "dryRun",
          reason: `${shown(args.dryRun)} would make ztunnel ignore the policy; ${remedy}`,
        },
      ]),
  ...(args.rules ?? []).flatMap((rule, i) => unseenInRule(`rules[${i}]`, rule, consequence(args))),
];

/** Reports it; `because` says who says that there is a ztunnel. */
export function checkForZtunnel(
  check: ArgumentCheck,
  args: AuthorizationArgs,
  because: string,
): void {
  for (const { propertyPath, reason } of unseenByZtunnel(args)) {
    check.fail(propertyPath, `${reason}${because}`);
  }
}
