import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import type { Declared } from "../../mesh/declared-set";
import { keyedFacts } from "../../mesh/keyed-facts";
import type { Mesh } from "../../mesh/mesh";
import type { Host } from "../../mesh/model/services";
import type { Workload } from "../../mesh/model/workloads";
import { isOnTrial, reachesZtunnel } from "../../mesh/model/ztunnel-policies";
import { envoyRule } from "./envoy-rule";
import type { Test } from "./fit";
import { knownPoliciesAt } from "./policies-at";
import type { Subject } from "./subject";
import { ztunnelRule } from "./ztunnel-rule";

/** An AuthorizationPolicy. */
export type Policy = Declared<AuthorizationPolicySpec>;

/** A rule of a policy. */
export interface GuardRule {
  readonly policy: Policy;
  /** Its number. */
  readonly rule: number;
  readonly fits: Test<Subject>;
}

/** Policies of one action, with all of their rules. */
export interface GuardPart {
  readonly policies: readonly Policy[];
  readonly rules: readonly GuardRule[];
}

/** What a proxy does with the policies that it follows. */
export interface Guard {
  readonly custom: GuardPart;
  readonly deny: GuardPart;
  readonly allow: GuardPart;
  /** On trial: told, not enforced. */
  readonly trial: { readonly deny: GuardPart; readonly allow: GuardPart };
}

/** Who enforces the policies, and whether it sees requests. */
export type Enforcer = "http" | "tcp" | "ztunnel";

const actionOf = ({ spec: { action = "ALLOW" } }: Policy) => action;

function rulesOf(policy: Policy, enforcer: Enforcer, { config }: Mesh): GuardRule[] {
  const { namespace } = policy.id;
  const isAllow = actionOf(policy) === "ALLOW";
  const writing = {
    namespace,
    isAllow,
    seesRequests: enforcer === "http",
    trustDomains: [config.trustDomain, ...config.trustDomainAliases],
  };
  return (policy.spec.rules ?? []).flatMap((one, rule) => {
    const fits =
      enforcer === "ztunnel" ? ztunnelRule(one, { namespace, isAllow }) : envoyRule(one, writing);
    return fits === undefined ? [] : [{ policy, rule, fits }];
  });
}

function guardOf(policies: readonly Policy[], enforcer: Enforcer, mesh: Mesh): Guard {
  const part = (all: readonly Policy[]): GuardPart => ({
    policies: all,
    rules: all.flatMap((policy) => rulesOf(policy, enforcer, mesh)),
  });
  const followed = enforcer === "ztunnel" ? policies.filter(reachesZtunnel) : policies;
  const of = (action: string, onTrial: boolean): GuardPart =>
    part(followed.filter((one) => actionOf(one) === action && isOnTrial(one) === onTrial));
  return {
    custom: part(
      enforcer === "ztunnel" ? [] : policies.filter((one) => actionOf(one) === "CUSTOM"),
    ),
    deny: of("DENY", false),
    allow: of("ALLOW", false),
    trial: { deny: of("DENY", true), allow: of("ALLOW", true) },
  };
}

const guards = keyedFacts<[workload: Workload, enforcer: Enforcer, called: string], Guard>();

/** What stands before a workload, by the policies that it follows. */
export function guardAt(mesh: Mesh, workload: Workload, enforcer: Enforcer, called?: Host): Guard {
  const place = called ? `${called.namespace}/${called.host}` : "";
  return mesh
    .fact(guards)
    .get([workload, enforcer, place], () =>
      guardOf(knownPoliciesAt(mesh, mesh.authorizations, workload, called), enforcer, mesh),
    );
}
