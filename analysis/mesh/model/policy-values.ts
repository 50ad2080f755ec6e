import type {
  AuthorizationPolicyRuleFromSource,
  AuthorizationPolicyRuleToOperation,
  AuthorizationPolicySpec,
} from "../../../schemas/kinds/security/authorization-policy";

/** One value of a rule and where it stands. */
export interface PolicyValue {
  readonly value: string;
  readonly path: string;
}

const placed = (values: readonly string[] = [], path: string): PolicyValue[] =>
  values.map((value, i) => ({ value, path: `${path}[${i}]` }));

/** Values of fields of all sources. */
const sourceValues = (
  { rules = [] }: AuthorizationPolicySpec,
  names: readonly (keyof AuthorizationPolicyRuleFromSource)[],
): PolicyValue[] =>
  rules.flatMap(({ from = [] }, i) =>
    from.flatMap(({ source = {} }, j) =>
      names.flatMap((name) => placed(source[name], `spec.rules[${i}].from[${j}].source.${name}`)),
    ),
  );

/** Values of fields of all operations. */
export const operationValues = (
  { rules = [] }: AuthorizationPolicySpec,
  names: readonly (keyof AuthorizationPolicyRuleToOperation)[],
): PolicyValue[] =>
  rules.flatMap(({ to = [] }, i) =>
    to.flatMap(({ operation = {} }, j) =>
      names.flatMap((name) =>
        placed(operation[name], `spec.rules[${i}].to[${j}].operation.${name}`),
      ),
    ),
  );

const is = (name: string) => (key: string) => key === name;

/** Values of the conditions whose key is meant. */
const conditionValues = (
  { rules = [] }: AuthorizationPolicySpec,
  isMeant: (key: string) => boolean,
): PolicyValue[] =>
  rules.flatMap(({ when = [] }, i) =>
    when.flatMap((condition, j) =>
      isMeant(condition.key)
        ? [
            ...placed(condition.values, `spec.rules[${i}].when[${j}].values`),
            ...placed(condition.notValues, `spec.rules[${i}].when[${j}].notValues`),
          ]
        : [],
    ),
  );

/** Ports that a policy names, by number. */
export const namedPorts = (spec: AuthorizationPolicySpec): PolicyValue[] => [
  ...operationValues(spec, ["ports", "notPorts"]),
  ...conditionValues(spec, is("destination.port")),
];

/** Those of them that it is for, and does not leave out. */
export const meantPorts = (spec: AuthorizationPolicySpec): PolicyValue[] =>
  namedPorts(spec).filter(({ path }) => !path.includes(".not"));

/** Namespaces that a policy names, with and without a wildcard. */
export const namedNamespaces = (spec: AuthorizationPolicySpec): PolicyValue[] => [
  ...sourceValues(spec, ["namespaces", "notNamespaces"]),
  ...conditionValues(spec, is("source.namespace")),
];

/** Principals that a policy names, with and without a wildcard. */
export const namedPrincipals = (spec: AuthorizationPolicySpec): PolicyValue[] => [
  ...sourceValues(spec, ["principals", "notPrincipals"]),
  ...conditionValues(spec, is("source.principal")),
];

/** Service accounts that a policy names, `name` or `namespace/name`. */
export const namedAccounts = (spec: AuthorizationPolicySpec): PolicyValue[] => [
  ...sourceValues(spec, ["serviceAccounts", "notServiceAccounts"]),
  ...conditionValues(spec, is("source.serviceAccount")),
];

/** Paths that a policy names. */
export const namedPaths = (spec: AuthorizationPolicySpec): PolicyValue[] =>
  operationValues(spec, ["paths", "notPaths"]);

/** Hosts that a policy names. */
export const namedHosts = (spec: AuthorizationPolicySpec): PolicyValue[] =>
  operationValues(spec, ["hosts", "notHosts"]);

/** Identities in tokens that a policy names. */
export const namedRequestPrincipals = (spec: AuthorizationPolicySpec): PolicyValue[] => [
  ...sourceValues(spec, ["requestPrincipals", "notRequestPrincipals"]),
  ...conditionValues(spec, is("request.auth.principal")),
];

/** Values of claims that a policy names. */
export const namedClaims = (spec: AuthorizationPolicySpec): PolicyValue[] =>
  conditionValues(spec, (key) => key.startsWith("request.auth.claims["));

const others = ["request.headers[", "request.auth.audiences"];

/** Values of headers, audiences and server names that a policy names. */
export const namedTexts = (spec: AuthorizationPolicySpec): PolicyValue[] =>
  conditionValues(
    spec,
    (key) => key === "connection.sni" || others.some((start) => key.startsWith(start)),
  );

/** Audiences of tokens that a policy asks for. */
export const wantedAudiences = (spec: AuthorizationPolicySpec): PolicyValue[] =>
  conditionValues(spec, is("request.auth.audiences")).filter(
    ({ path }) => !path.includes(".notValues"),
  );

/** Whether a policy looks at what is in a token. */
export const asksForToken = (spec: AuthorizationPolicySpec): boolean =>
  namedRequestPrincipals(spec).length > 0 ||
  conditionValues(spec, (key) => key.startsWith("request.auth.")).length > 0;

/** Addresses of peers that a policy names, as the connection has them. */
export const namedAddresses = (spec: AuthorizationPolicySpec): PolicyValue[] => [
  ...sourceValues(spec, ["ipBlocks", "notIpBlocks"]),
  ...conditionValues(spec, is("source.ip")),
];
