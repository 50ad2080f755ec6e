import type {
  AuthorizationPolicyRule,
  AuthorizationPolicySpec,
} from "../../../schemas/kinds/security/authorization-policy";
import { type RequestCondition, requestConditions } from "./request-conditions";

const seenSources = [
  "ipBlocks",
  "notIpBlocks",
  "namespaces",
  "notNamespaces",
  "serviceAccounts",
  "notServiceAccounts",
  "principals",
  "notPrincipals",
] as const;
const seenOperations = ["ports", "notPorts"] as const;
const trustDomainFields = ["trustDomains", "notTrustDomains"] as const;

/** Keys of conditions that istiod writes for ztunnel. */
const seenKeys = new Set([
  "source.ip",
  "source.namespace",
  "source.principal",
  "destination.ip",
  "destination.port",
]);

const has = <Name extends string>(
  fields: Readonly<Partial<Record<Name, readonly string[]>>>,
  names: readonly Name[],
): boolean => names.some((name) => fields[name]?.length);

/**
 * Whether a rule has a clause of which istiod writes nothing for ztunnel. The clause is empty then, not
 * left out, and the rule holds for no connection.
 */
export const holdsForNobody = ({ from = [], to = [], when = [] }: AuthorizationPolicyRule) =>
  (from.length > 0 && !from.some(({ source = {} }) => has(source, seenSources))) ||
  (to.length > 0 && !to.some(({ operation = {} }) => has(operation, seenOperations))) ||
  when.some(({ key }) => !seenKeys.has(key));

/** Every condition that istiod takes for one on requests as it writes a policy for ztunnel. */
export function unseenConditions(spec: AuthorizationPolicySpec): RequestCondition[] {
  const ofRequests = requestConditions(spec);
  const known = new Set(ofRequests.map(({ path }) => path));
  const others = (spec.rules ?? []).flatMap(({ when = [] }, rule) =>
    when.map(({ key }, i) => ({ path: `spec.rules[${rule}].when[${i}].key`, name: key, rule })),
  );
  return [
    ...ofRequests,
    ...others.filter(({ name, path }) => !(seenKeys.has(name) || known.has(path))),
  ];
}

/** Every trust domain of a source, which istiod leaves out for ztunnel and says nothing. */
export const droppedTrustDomains = ({ rules = [] }: AuthorizationPolicySpec): RequestCondition[] =>
  rules.flatMap(({ from = [] }, rule) =>
    from.flatMap(({ source = {} }, i) =>
      trustDomainFields
        .filter((name) => source[name]?.length)
        .map((name) => ({ path: `spec.rules[${rule}].from[${i}].source.${name}`, name, rule })),
    ),
  );
