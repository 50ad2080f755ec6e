import type {
  AuthorizationPolicyRule,
  AuthorizationPolicySpec,
} from "../../../schemas/kinds/security/authorization-policy";

/** A condition of a rule that only a proxy which sees requests can judge. */
export interface RequestCondition {
  /** Path of the field in the object. */
  readonly path: string;
  /** The field as a user knows it. */
  readonly name: string;
  /** Number of the rule. */
  readonly rule: number;
}

const ofOperations = ["methods", "notMethods", "paths", "notPaths", "hosts", "notHosts"] as const;
const ofSources = [
  "requestPrincipals",
  "notRequestPrincipals",
  "remoteIpBlocks",
  "notRemoteIpBlocks",
] as const;

/** Conditions that a connection alone answers. */
const ofConnections = new Set([
  "source.ip",
  "source.namespace",
  "source.principal",
  "source.serviceAccount",
  "source.trustDomain",
  "destination.ip",
  "destination.port",
  "connection.sni",
]);

function* ofRule(
  { from = [], to = [], when = [] }: AuthorizationPolicyRule,
  rule: number,
): Iterable<RequestCondition> {
  const at = `spec.rules[${rule}]`;
  for (const [i, { operation = {} }] of to.entries()) {
    for (const name of ofOperations) {
      if (operation[name]?.length) {
        yield { path: `${at}.to[${i}].operation.${name}`, name, rule };
      }
    }
  }
  for (const [i, { source = {} }] of from.entries()) {
    for (const name of ofSources) {
      if (source[name]?.length) {
        yield { path: `${at}.from[${i}].source.${name}`, name, rule };
      }
    }
  }
  for (const [i, { key }] of when.entries()) {
    if (!ofConnections.has(key)) {
      yield { path: `${at}.when[${i}].key`, name: key, rule };
    }
  }
}

/** Every condition of a policy that needs a proxy which sees requests. */
export const requestConditions = ({ rules = [] }: AuthorizationPolicySpec): RequestCondition[] =>
  rules.flatMap((rule, i) => [...ofRule(rule, i)]);
