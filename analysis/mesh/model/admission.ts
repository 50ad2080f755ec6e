import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import type { Declared } from "../declared-set";
import { type Identity, mayTakeStranger, takesCaller } from "./identity";
import { isOnTrial } from "./ztunnel-policies";

type Policy = Declared<AuthorizationPolicySpec>;

/** What a policy does with what its rules take; one that is only tried does nothing. */
const actionOf = (policy: Policy): string =>
  isOnTrial(policy) ? "none" : (policy.spec.action ?? "ALLOW");

/** Whether some request of a caller may fit a rule of a policy. */
const mayTake = ({ id, spec: { rules = [] } }: Policy, caller: Identity): boolean =>
  rules.some((rule) => takesCaller(rule, caller, id.namespace) !== "no");

/** Whether every request of a caller fits a rule of a policy. */
const takesAll = ({ id, spec: { rules = [] } }: Policy, caller: Identity): boolean =>
  rules.some((rule) => !rule.to?.length && takesCaller(rule, caller, id.namespace) === "yes");

/**
 * The policy by which a caller is surely refused, whatever it asks for: one that denies it, or else the
 * one that says most of those that allow others. None where a request of it may pass.
 */
export function refusedBy(policies: readonly Policy[], caller: Identity): Policy | undefined {
  const denying = policies.find((one) => actionOf(one) === "DENY" && takesAll(one, caller));
  const allowing = policies.filter((one) => actionOf(one) === "ALLOW");
  if (denying !== undefined || allowing.some((one) => mayTake(one, caller))) {
    return denying;
  }
  return allowing.find(({ spec }) => spec.rules?.length) ?? allowing[0];
}

/** The same for those who have no identity of the mesh; none where nothing but a denial keeps them out. */
export function strangersRefusedBy(policies: readonly Policy[]): Policy | undefined {
  const allowing = policies.filter((one) => actionOf(one) === "ALLOW");
  return allowing.some(({ spec: { rules = [] } }) => rules.some(mayTakeStranger))
    ? undefined
    : (allowing.find(({ spec }) => spec.rules?.length) ?? allowing[0]);
}
