import type * as pulumi from "@pulumi/pulumi";
import { recall } from "../../../arguments/known-output";
import { shown } from "../../../arguments/shown";
import { ownTrustDomain, trustDomainOf } from "../../../values/principal";
import { istiodsFor } from "../../control-plane/revision-known";
import type { ControlPlaneFact } from "../../program/facts/control-plane-facts";
import type { EndCheck } from "../../program/part";
import { plainEntries } from "../text-list";
import type { AuthorizationArgs, AuthorizationRule } from "./authorization-args";

/** The domain of an identity; nothing where a "*" stands for it. */
function domainOf(principal: string): string | undefined {
  const domain = trustDomainOf(principal);
  return domain === "" || domain.includes("*") ? undefined : domain;
}

/** Domains that are written down, with their arguments. */
function writtenDomains(
  { trustDomain }: Pick<AuthorizationArgs, "trustDomain">,
  rules: readonly AuthorizationRule[],
): [path: string, domain: string][] {
  const own = trustDomain === undefined ? undefined : recall(trustDomain);
  const principals = rules.flatMap(({ from = [] }, i) =>
    from.flatMap((source, j) =>
      (["principals", "notPrincipals"] as const).flatMap((field) =>
        plainEntries(source[field]).flatMap(([k, text]): [string, string][] => {
          const domain = domainOf(text);
          return domain === undefined ? [] : [[`rules[${i}].from[${j}].${field}[${k}]`, domain]];
        }),
      ),
    ),
  );
  return [...(own === undefined ? [] : [["trustDomain", own] as [string, string]]), ...principals];
}

/** Domains that count as the istiod's own; nothing where some arrive later. */
function ownDomains({ trustDomain, trustDomainAliases = [] }: ControlPlaneFact) {
  const domain = recall(trustDomain);
  return domain === undefined || trustDomainAliases === "later"
    ? undefined
    : [domain, ...trustDomainAliases];
}

/** Where a policy holds. */
interface Place {
  namespace: pulumi.Input<string>;
  /** Whether ztunnel judges, to which the usual domain is one like any other. */
  atZtunnel: boolean;
}

/** Identities that no Pod of the program's mesh has. */
export const trustDomainChecks = (
  { namespace, atZtunnel }: Place,
  args: Pick<AuthorizationArgs, "trustDomain">,
  rules: readonly AuthorizationRule[] = [],
): EndCheck[] =>
  writtenDomains(args, rules).map(([path, domain]) => ({
    path,
    names: [namespace],
    reason(program, [own = ""]) {
      const istiods = istiodsFor(program, own);
      const [first] = istiods;
      const known = istiods.map(ownDomains);
      const isOwn = known.some((domains) => domains === undefined || domains.includes(domain));
      // Sidecars and waypoints are handed the mesh's own domain in its place.
      const isPointer = domain === ownTrustDomain && !atZtunnel;
      return first && !isOwn && !isPointer
        ? `is of the trust domain ${shown(domain)}, and that of ${first.owner} is ${shown(recall(first.trustDomain))}: no Pod of its mesh is known by this identity; write that, or name ${shown(domain)} in its meshConfig.trustDomainAliases; for callers from another mesh all is well`
        : undefined;
    },
  }));
