import { shown } from "../../../arguments/shown";
import { didYouMean } from "../../../values/closest";
import { mayBeginWith } from "../../../values/pattern";
import { issuerIn } from "../../../values/principal";
import type { PolicyReach, TokenCheckFact } from "../../program/facts/policy-facts";
import type { EndCheck } from "../../program/part";
import type { View } from "../../program/view";
import type { AuthorizationRule } from "../authorization/authorization-args";
import { AuthorizationAction } from "../authorization/authorization-args";
import { conditionKey } from "../authorization/authorization-policy-rule";
import { inWords, meeting, rootNamespace } from "../policy-reach";
import { isForMissingTokens } from "../preflight";
import { plainEntries } from "../text-list";

const fields = ["requestPrincipals", "notRequestPrincipals"] as const;

/** Arguments that are compared with what a checked token says. */
const readers = (rules: readonly AuthorizationRule[]): string[] =>
  rules.flatMap(({ from = [], when = [] }, i) => [
    ...from.flatMap((source, j) =>
      fields
        .filter((field) => source[field] !== undefined)
        .map((field) => `rules[${i}].from[${j}].${field}`),
    ),
    ...when.flatMap((condition, j) =>
      conditionKey(condition).startsWith("request.auth.") ? [`rules[${i}].when[${j}]`] : [],
    ),
  ]);

/** Whether some are let in by a token alone, or nobody is without one. */
export const needsToken = (
  action: AuthorizationAction,
  rules: readonly AuthorizationRule[] = [],
): boolean =>
  action === AuthorizationAction.Allow
    ? rules.some(
        ({ from = [], when = [] }) =>
          from.some(({ requestPrincipals }) => requestPrincipals !== undefined) ||
          when.some(
            (condition) =>
              conditionKey(condition).startsWith("request.auth.") && condition.values !== undefined,
          ),
      )
    : action === AuthorizationAction.Deny && rules.some(isForMissingTokens);

/** Identities of tokens that have to be there, each with its argument. */
const principals = (rules: readonly AuthorizationRule[]): [path: string, principal: string][] =>
  rules.flatMap(({ from = [] }, i) =>
    from.flatMap((source, j) =>
      plainEntries(source.requestPrincipals).map(([k, one]): [string, string] => [
        `rules[${i}].from[${j}].requestPrincipals[${k}]`,
        one,
      ]),
    ),
  );

/** Checks of tokens that may hold where the rules do. */
const checksAt = (program: View, reach: PolicyReach): TokenCheckFact[] =>
  program
    .said("tokenCheck")
    .filter(
      (check) =>
        check.reach.namespace === undefined ||
        meeting(check.reach, reach, rootNamespace(program)) !== "never",
    );

function unaccepted(program: View, reach: PolicyReach, principal: string): string | undefined {
  const checks = checksAt(program, reach);
  const [first] = checks;
  const issuers = checks.flatMap((check) => check.issuers.map(({ issuer }) => issuer));
  return first === undefined ||
    checks.some(({ issuersArriveLater }) => issuersArriveLater) ||
    issuers.some((issuer) => mayBeginWith(principal, `${issuer}/`))
    ? undefined
    : `${shown(principal)} is of an issuer whose tokens nothing in this program accepts for ${inWords(reach, rootNamespace(program))}: ${first.owner} has ${issuers.join(", ")}${didYouMean(issuerIn(principal), issuers)}; where another program accepts them, all is well`;
}

/** What a rule comes to where no request has a checked token. */
const effects: Record<AuthorizationAction, string> = {
  ALLOW: "who has to show one is kept out",
  DENY: "who is to be kept out by one is not",
  AUDIT: "nothing is noted of one",
  CUSTOM: "nothing is asked by one",
};

function unchecked(program: View, reach: PolicyReach, action: AuthorizationAction) {
  return checksAt(program, reach).length > 0
    ? undefined
    : `is what a checked token says, and nothing in this program checks tokens for ${inWords(reach, rootNamespace(program))}: ${effects[action]}; add a JwtAuthentication there; where another program does so, all is well`;
}

/** Rules by tokens need somebody who checks those. */
export function tokenConditionChecks(
  reach: PolicyReach,
  action: AuthorizationAction,
  rules: readonly AuthorizationRule[] = [],
): EndCheck[] {
  const [first] = readers(rules);
  return first === undefined || reach.namespace === undefined
    ? []
    : [
        { path: first, reason: (program) => unchecked(program, reach, action) },
        ...principals(rules).map(([path, principal]) => ({
          path,
          reason: (program: View) => unaccepted(program, reach, principal),
        })),
      ];
}
