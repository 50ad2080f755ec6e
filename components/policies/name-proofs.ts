import { usualIngressClass } from "../../values/known-names";
import { fitsPattern } from "../../values/pattern";
import type { IssuerFact } from "../program/facts/certificate-facts";
import type { GatewayFact } from "../program/facts/gateway-facts";
import type { PolicyReach } from "../program/facts/policy-facts";
import type { EndCheck } from "../program/part";
import type { View } from "../program/view";
import {
  AuthorizationAction,
  type AuthorizationOperation,
  type AuthorizationRule,
} from "./authorization/authorization-args";
import { holdsAt } from "./gateway-reach";
import { isForMissingTokens } from "./preflight";
import { plainEntries, plainList } from "./text-list";

/** Paths at which an ACME server asks whether a name is the certificate's owner's. */
const proofs = "/.well-known/acme-challenge/*";
const oneProof = proofs.replace("*", "token");

/** Gateways that answer an ACME server for an issuer. */
function answering(issuer: IssuerFact, program: View): Omit<GatewayFact, "owner">[] {
  const named = program.said("gateway").filter(({ gateway = "" }) => {
    const [namespace, name] = gateway.split("/");
    return issuer.gateways?.some(
      (one) => one.name === name && (one.namespace ?? namespace) === namespace,
    );
  });
  return issuer.ingressClasses?.includes(usualIngressClass)
    ? [...named, { dialect: "istio", labels: { istio: "ingressgateway" } }]
    : named;
}

/** An issuer whose names are proved by requests that the policy judges. */
const provedAt = (program: View, reach: PolicyReach): IssuerFact | undefined =>
  program
    .said("issuer")
    .find((issuer) =>
      answering(issuer, program).some((gateway) => holdsAt(program, reach, gateway)),
    );

const told = (path: string, reach: PolicyReach, way: string): EndCheck => ({
  path,
  reason: (program) => {
    const issuer = provedAt(program, reach);
    return (
      issuer &&
      `refuses the requests by which ${issuer.owner} proves names: the ACME server asks for ${proofs} without token and identity, and no certificate is issued; ${way}`
    );
  },
});

const isExempt = (paths: readonly string[]): boolean =>
  paths.some((path) => path.includes("{") || fitsPattern(path, oneProof));

/** Requests without a token are refused, and an ACME server has none. */
export const checksOfNeededTokens = (
  reach: PolicyReach,
  exemptPaths: readonly string[] | undefined,
): EndCheck[] =>
  isExempt(exemptPaths ?? [])
    ? []
    : [told("require", reach, `write "${proofs}" under exemptPaths, or prove names by dns01`)];

/** What arrives later may well let the proofs pass. */
const takesProofs = ({ paths, notPaths, methods, notMethods }: AuthorizationOperation): boolean => {
  const [wanted, unwanted] = [paths && plainList(paths), plainEntries(notPaths)];
  const get = (list: typeof methods) =>
    plainEntries(list).some(([, method]) => method === "GET" || method === "*");
  return (
    (paths === undefined || wanted === undefined || isExempt(wanted)) &&
    !isExempt(unwanted.map(([, path]) => path)) &&
    (methods === undefined || plainList(methods) === undefined || get(methods)) &&
    !get(notMethods)
  );
};

const fitsProofs = ({ to }: AuthorizationRule): boolean => to === undefined || to.some(takesProofs);

const namesCallers = ({ from }: AuthorizationRule): boolean =>
  from?.every((source) => Object.keys(source).some((field) => !field.startsWith("not"))) ?? false;

function refusesProofs(action: AuthorizationAction, rules: readonly AuthorizationRule[]): boolean {
  switch (action) {
    case AuthorizationAction.Allow:
      return !rules.some((rule) => fitsProofs(rule) && !namesCallers(rule));
    case AuthorizationAction.Deny:
      return rules.some((rule) => fitsProofs(rule) && isForMissingTokens(rule));
    default:
      return false;
  }
}

const ways: Partial<Record<AuthorizationAction, string>> = {
  ALLOW: `add the rule { to: [{ paths: ["${proofs}"] }] }, or prove names by dns01`,
  DENY: `write "${proofs}" under notPaths, or prove names by dns01`,
};

/** A list, or a denial, that lets no ACME server ask. */
export const checksOfProofs = (
  reach: PolicyReach,
  action: AuthorizationAction,
  rules: readonly AuthorizationRule[] = [],
): EndCheck[] =>
  rules.length > 0 && refusesProofs(action, rules)
    ? [told("rules", reach, ways[action] ?? "")]
    : [];
