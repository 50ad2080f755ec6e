import type { MutualTlsFact, PolicyReach } from "../program/facts/policy-facts";
import type { EndCheck } from "../program/part";
import type { View } from "../program/view";
import type { AuthorizationRule, AuthorizationSource } from "./authorization/authorization-args";
import { AuthorizationAction } from "./authorization/authorization-args";
import { gatewaysOf, isMeshWide, meeting, rootNamespace } from "./policy-reach";

/** What only mutual TLS proves; callers without it have none of it. */
const proven = ["serviceAccounts", "principals", "namespaces", "trustDomains"] as const;

const negated = [
  "notServiceAccounts",
  "notPrincipals",
  "notNamespaces",
  "notTrustDomains",
] as const satisfies readonly (keyof AuthorizationSource)[];

interface Judged {
  reach: PolicyReach;
  action: AuthorizationAction;
  rules?: readonly AuthorizationRule[] | undefined;
}

/** The first argument of these. */
const firstOf = (
  { rules = [] }: Judged,
  fields: readonly (keyof AuthorizationSource)[],
): string | undefined =>
  rules
    .flatMap(({ from = [] }, i) =>
      from.flatMap((source, j) =>
        fields
          .filter((field) => source[field] !== undefined)
          .map((field) => `rules[${i}].from[${j}].${field}`),
      ),
    )
    .at(0);

/** Clients from outside have no identity of the mesh, whatever they are let in for. */
export function checksOfStrangers(judged: Judged): EndCheck[] {
  const { reach, action, rules = [] } = judged;
  const isForMeshAlone = rules.every(({ from }) =>
    from?.every((source) => proven.some((field) => source[field] !== undefined)),
  );
  const path = firstOf(judged, proven);
  return action === AuthorizationAction.Allow && isForMeshAlone && path !== undefined
    ? [
        {
          path,
          reason: (program) => {
            const gateway = gatewaysOf(program, reach).find(({ role }) => role === "ingress");
            return (
              gateway &&
              `is an identity of the mesh, which who calls ${gateway.owner} from outside does not have, nor does a sidecar show it there: the rules let nobody in who has no such certificate of his own; name addresses (remoteIpBlocks), hosts or tokens (requestPrincipals)`
            );
          },
        },
      ]
    : [];
}

/** The rule that counts for Pods: the narrowest, then the namespace's, then the mesh's. */
function inForce(program: View, reach: PolicyReach): MutualTlsFact | undefined {
  const root = rootNamespace(program);
  const weight = (one: PolicyReach) =>
    one.labels !== undefined ? 2 : isMeshWide(one, root) ? 0 : 1;
  return program
    .said("mutualTls")
    .filter((rule) => rule.mode !== "UNSET" && meeting(rule.reach, reach, root) === "surely")
    .filter((rule) => rule.reach.labels === undefined || reach.labels !== undefined)
    .sort((a, b) => weight(b.reach) - weight(a.reach))
    .at(0);
}

/** A denial by identity passes plain text by, which has none. */
const checkOfOpening = (path: string, { reach }: Judged): EndCheck => ({
  path,
  reason: (program) => {
    const rule = inForce(program, reach);
    return rule && (rule.mode === "PERMISSIVE" || rule.mode === "DISABLE")
      ? `is an identity, and ${rule.owner} lets in plain text, which has none and so is not kept out; set its mode to "STRICT"`
      : undefined;
  },
});

/** Where there is plain text alone, who has to prove an identity is never let in. */
const checkOfClosing = (path: string, { reach }: Judged): EndCheck => ({
  path,
  reason: (program) => {
    const rule = inForce(program, reach);
    return rule?.mode === "DISABLE" && !rule.portsDiffer
      ? `is an identity, and ${rule.owner} turns mutual TLS off (DISABLE), which alone proves one: the rule lets nobody in; set its mode to "STRICT"`
      : undefined;
  },
});

/** What identities in rules are worth beside the mutual TLS that proves them. */
export function checkOfIdentities(judged: Judged): EndCheck[] {
  const { action, reach } = judged;
  if (reach.targets || action === AuthorizationAction.Audit) {
    return [];
  }
  const opening = firstOf(judged, action === AuthorizationAction.Allow ? negated : proven);
  const closing = action === AuthorizationAction.Allow ? firstOf(judged, proven) : undefined;
  return [
    ...(opening === undefined ? [] : [checkOfOpening(opening, judged)]),
    ...(closing === undefined ? [] : [checkOfClosing(closing, judged)]),
  ];
}
