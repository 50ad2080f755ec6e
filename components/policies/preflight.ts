import { isKnown } from "../../arguments/when-known";
import type { CorsFact } from "../program/facts/gateway-facts";
import type { PolicyReach } from "../program/facts/policy-facts";
import { labelsMeet, type Meeting } from "../program/labels";
import type { EndCheck } from "../program/part";
import type { View } from "../program/view";
import type {
  AuthorizationCondition,
  AuthorizationOperation,
  AuthorizationRule,
} from "./authorization/authorization-args";
import { AuthorizationAction } from "./authorization/authorization-args";
import { PolicyTargetKind } from "./policy-args";
import { plainEntries } from "./text-list";

/** Headers that a browser's preflight has, and no other OPTIONS of it. */
const headers = ["access-control-request-method", "origin"];

/**
 * The denial of a rule for everything but preflights. What is no preflight has another method or lacks
 * one of the headers, and a rule can say only one of these things.
 */
export const butPreflights = (rule: AuthorizationRule): AuthorizationRule[] => [
  {
    ...rule,
    to: (rule.to ?? [{}]).map((operation) => ({ ...operation, notMethods: ["OPTIONS"] })),
  },
  ...headers.map((header) => ({ ...rule, when: [{ header, notValues: ["*"] }] })),
];

/** Whether the Pods of a gateway that answers preflights are among those of a policy. */
function gatewayMeets(program: View, reach: PolicyReach, { labels, gateway }: CorsFact): Meeting {
  if (gateway) {
    const named = reach.targets?.some(
      ({ kind, name }) =>
        kind === PolicyTargetKind.Gateway && name !== undefined && name === gateway.name,
    );
    return named && reach.namespace === gateway.namespace ? "surely" : "never";
  }
  if (reach.targets || labels === undefined) {
    return "never";
  }
  if (reach.labels !== undefined) {
    return labelsMeet(reach.labels, labels);
  }
  const there = program
    .said("gatewayTopology")
    .some(
      ({ namespace, selector }) =>
        selector !== undefined &&
        namespace === reach.namespace &&
        labelsMeet(selector, labels) === "surely",
    );
  return there ? "surely" : "perhaps";
}

const corsAt = (program: View, reach: PolicyReach, wanted: readonly Meeting[]) =>
  program.said("cors").find((fact) => wanted.includes(gatewayMeets(program, reach, fact)));

/** Whether browsers ask in advance at the workloads of a policy, as far as the program shows. */
export const asksInAdvance = (program: View, reach: PolicyReach): boolean =>
  corsAt(program, reach, ["surely"]) !== undefined;

/** Routes with CORS may be declared after the policy that keeps their preflights out. */
export const checkOfPreflights = (reach: PolicyReach, path: string): EndCheck => ({
  path,
  reason: (program) => {
    const cors = corsAt(program, reach, ["surely", "perhaps"]);
    return (
      cors &&
      `refuses the preflight (OPTIONS without a token) by which browsers ask before they use the routes of ${cors.owner}, whose corsPolicy then has no effect; write allowPreflight: true, or false if that is meant`
    );
  },
});

const isOfToken = ({ claim, attribute }: AuthorizationCondition): boolean =>
  claim !== undefined || (attribute ?? "").startsWith("request.auth.");

const takesOptions = ({ methods, notMethods }: AuthorizationOperation): boolean => {
  const has = (list: typeof methods) =>
    plainEntries(list).some(([, method]) => method === "OPTIONS" || method === "*");
  return (methods === undefined || !isKnown(methods) || has(methods)) && !has(notMethods);
};

/** Whether a rule can fit an OPTIONS at all, and whether it fits one without a token. */
const fitsOptions = ({ to }: AuthorizationRule) => to === undefined || to.some(takesOptions);
const fitsWithoutToken = ({ from, when = [] }: AuthorizationRule) =>
  !(from?.every(({ requestPrincipals }) => requestPrincipals !== undefined) ?? false) &&
  !when.some(isOfToken);

/** Whether a rule is for requests without a token. */
export const isForMissingTokens = ({ from = [], when }: AuthorizationRule): boolean =>
  when === undefined &&
  from.some(({ notRequestPrincipals }) =>
    plainEntries(notRequestPrincipals).some(([, one]) => one === "*"),
  );

function refusesPreflights(
  action: AuthorizationAction,
  rules: readonly AuthorizationRule[],
): boolean {
  switch (action) {
    case AuthorizationAction.Allow:
      return !rules.some((rule) => fitsOptions(rule) && fitsWithoutToken(rule));
    case AuthorizationAction.Deny:
      return rules.some((rule) => fitsOptions(rule) && isForMissingTokens(rule));
    default:
      return false;
  }
}

const ruleForPreflights =
  '{ to: [{ methods: ["OPTIONS"] }], when: [{ header: "origin", values: ["*"] }, { header: "access-control-request-method", values: ["*"] }] }';

/** An allow list or a denial that no preflight can get past, at a gateway that answers them. */
export function checksOfLists(
  reach: PolicyReach,
  action: AuthorizationAction,
  rules: readonly AuthorizationRule[] = [],
): EndCheck[] {
  if (rules.length === 0 || !refusesPreflights(action, rules)) {
    return [];
  }
  const way =
    action === AuthorizationAction.Allow
      ? `add the rule ${ruleForPreflights}`
      : 'use JwtAuthentication with require and allowPreflight, or leave them out by notMethods: ["OPTIONS"]';
  return [
    {
      path: "rules",
      reason: (program) => {
        const cors = corsAt(program, reach, ["surely"]);
        return (
          cors &&
          `let no preflight pass (OPTIONS without a token), by which browsers ask before they use the routes of ${cors.owner}, whose corsPolicy then has no effect unless another policy lets them pass; ${way}`
        );
      },
    },
  ];
}
