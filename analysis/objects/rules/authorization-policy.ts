import { goBooleanProblem } from "../../../values/go-boolean";
import { addressOrRangeProblem } from "../../../values/ip";
import { dryRunAnnotation } from "../../../values/known-names";
import { templatePathProblem } from "../../../values/path";
import { patternProblem } from "../../../values/pattern";
import { portTextProblem } from "../../../values/port";
import { serviceAccountProblem, trustDomainProblem } from "../../../values/principal";
import { type Finding, refused, warned } from "../finding";
import type { MeshObject } from "../mesh-object";
import { attachmentFindings } from "./primitives/attachment";
import {
  checkText,
  checkTexts,
  entries,
  field,
  isBlank,
  isFilled,
  isSet,
  isUnknown,
  type Place,
  pairs,
  refusedIf,
  text,
} from "./primitives/place";

/** What is wrong with one value of a list. */
type ValueProblem = (value: string) => string | undefined;

/**
 * What istiod's webhook says of an AuthorizationPolicy: what its action needs and allows, and values in
 * its rules.
 */
export function authorizationPolicyRules({ metadata, spec }: MeshObject): Finding[] {
  const policy: Place = { path: "spec", value: spec };
  const rules = entries(field(policy, "rules"));
  const action = text(field(policy, "action"));
  return [
    ...dryRunFindings({ path: "metadata", value: metadata }, field(policy, "action")),
    ...attachmentFindings(policy),
    ...actionFindings(policy),
    ...(action === "CUSTOM" ? rules.flatMap(customRuleFindings) : []),
    ...rules.flatMap(ruleFindings),
    ...(action === "DENY" ? rules.flatMap(httpOnlyFindings) : []),
  ];
}

function dryRunFindings(metadata: Place, action: Place): Finding[] {
  const dryRun = field(field(metadata, "annotations"), dryRunAnnotation);
  if (isUnknown(action)) {
    return [];
  }
  const name = text(action) ?? "ALLOW";
  return name === "ALLOW" || name === "DENY"
    ? checkText(dryRun, goBooleanProblem)
    : refusedIf(isSet(dryRun), dryRun, `a dry run is for actions ALLOW and DENY, not ${name}`);
}

function actionFindings(policy: Place): Finding[] {
  const [action, rules, provider] = [
    field(policy, "action"),
    field(policy, "rules"),
    field(policy, "provider"),
  ];
  const custom = text(action) === "CUSTOM";
  const providerName = field(provider, "name");
  return [
    ...refusedIf(
      (custom || text(action) === "DENY") && isBlank(rules),
      rules,
      "without rules the action never applies; one empty rule {} applies to every request",
    ),
    ...refusedIf(
      custom && !isBlank(rules) && isBlank(providerName),
      providerName,
      "action CUSTOM needs the name of the extension provider that decides",
    ),
    ...refusedIf(
      !custom && !isUnknown(action) && isFilled(provider),
      provider,
      "a provider belongs to action CUSTOM",
    ),
  ];
}

const withNegated = (names: readonly string[]): string[] =>
  names.flatMap((name) => [name, `not${name.charAt(0).toUpperCase()}${name.slice(1)}`]);

const notForCustom = withNegated([
  "namespaces",
  "serviceAccounts",
  "trustDomains",
  "principals",
  "requestPrincipals",
]);

const isKeyForCustom = (key: string): boolean =>
  !key.startsWith("request.auth.") &&
  !["source.namespace", "source.serviceAccount", "source.trustDomain", "source.principal"].includes(
    key,
  );

const sourcesOf = (rule: Place): Place[] =>
  entries(field(rule, "from")).map((from) => field(from, "source"));

const operationsOf = (rule: Place): Place[] =>
  entries(field(rule, "to")).map((to) => field(to, "operation"));

function customRuleFindings(rule: Place): Finding[] {
  const identities = sourcesOf(rule).flatMap((source) =>
    notForCustom.map((name) => field(source, name)).filter(isFilled),
  );
  return [
    ...identities.map(({ path, value }) =>
      refused(path, value, "of a source, action CUSTOM looks at addresses alone"),
    ),
    ...entries(field(rule, "when")).flatMap((condition) =>
      checkText(field(condition, "key"), (key) =>
        isKeyForCustom(key) ? undefined : "action CUSTOM does not look at identities and tokens",
      ),
    ),
  ];
}

const ruleFindings = (rule: Place): Finding[] => [
  ...sourcesOf(rule).flatMap((source) => peerFindings(source, sourceProblem)),
  ...operationsOf(rule).flatMap((operation) => peerFindings(operation, operationProblem)),
  ...entries(field(rule, "when")).flatMap(conditionFindings),
];

/** A source or an operation: never empty, and neither are its values. */
function peerFindings(
  peer: Place,
  problemOf: (name: string) => ValueProblem | undefined,
): Finding[] {
  const lists = pairs(peer);
  return !isUnknown(peer) && lists.every(([, list]) => isBlank(list))
    ? [refused(peer.path, peer.value, "is empty; without the entry everything matches")]
    : lists.flatMap(([name, list]) => valueFindings(list, problemOf(name)));
}

const valueFindings = (list: Place, problemOf?: ValueProblem): Finding[] =>
  checkTexts(list, (value) => (value === "" ? "must not be empty" : problemOf?.(value)));

function sourceProblem(name: string): ValueProblem | undefined {
  switch (name) {
    case "ipBlocks":
    case "notIpBlocks":
    case "remoteIpBlocks":
    case "notRemoteIpBlocks":
      return addressOrRangeProblem;
    case "serviceAccounts":
    case "notServiceAccounts":
      return serviceAccountProblem;
    case "trustDomains":
    case "notTrustDomains":
      return trustDomainProblem;
    default:
      return undefined;
  }
}

function operationProblem(name: string): ValueProblem | undefined {
  switch (name) {
    case "ports":
    case "notPorts":
      return portTextProblem;
    case "paths":
    case "notPaths":
      return templatePathProblem;
    default:
      return undefined;
  }
}

const anyValue: ValueProblem = () => undefined;

/** What conditions may look at, and what is wrong with its values. */
const attributes = new Map<string, ValueProblem>([
  ["source.ip", addressOrRangeProblem],
  ["remote.ip", addressOrRangeProblem],
  ["source.namespace", anyValue],
  ["source.serviceAccount", serviceAccountProblem],
  ["source.principal", anyValue],
  ["source.trustDomain", patternProblem],
  ["request.auth.principal", anyValue],
  ["request.auth.audiences", anyValue],
  ["request.auth.presenter", anyValue],
  ["destination.ip", addressOrRangeProblem],
  ["destination.port", portTextProblem],
  ["connection.sni", anyValue],
]);

/** Attributes that name one of many values in brackets. */
const keyedAttributes = ["request.headers", "request.auth.claims", "experimental.envoy.filters."];

function conditionFindings(condition: Place): Finding[] {
  const key = text(field(condition, "key"));
  const lists = [field(condition, "values"), field(condition, "notValues")];
  if (key === undefined) {
    return [];
  }
  if (key !== "" && lists.every(isBlank)) {
    return [refused(condition.path, condition.value, "values or notValues is required")];
  }
  return [
    ...checkText(field(condition, "key"), keyProblem),
    ...lists.flatMap((list) => valueFindings(list, attributes.get(key))),
    ...(key === "source.serviceAccount" ? lists.flatMap(countFindings) : []),
  ];
}

const countFindings = (list: Place): Finding[] =>
  refusedIf(entries(list).length > 16, list, "at most 16 service accounts are allowed");

function isKeyed(key: string): boolean {
  const open = key.indexOf("[");
  return open > 0 && key.endsWith("]") && key.length > open + "[]".length;
}

function keyProblem(key: string): string | undefined {
  if (attributes.has(key)) {
    return undefined;
  }
  const keyed = keyedAttributes.find((attribute) => key.startsWith(attribute));
  if (keyed !== undefined) {
    return isKeyed(key) ? undefined : 'a name in brackets is expected, "key[name]"';
  }
  if (key === "destination.namespace") {
    return "a policy applies to the namespace that it is in";
  }
  if (key.startsWith("destination.labels")) {
    return "labels of the destination belong into spec.selector";
  }
  const known = [...attributes.keys(), ...keyedAttributes.map((attribute) => `${attribute}[...]`)];
  return `allowed: ${known.join(", ")}`;
}

/** What a source without HTTP has. istiod leaves trust domains out. */
const tcpSources = withNegated([
  "principals",
  "ipBlocks",
  "namespaces",
  "remoteIpBlocks",
  "serviceAccounts",
]);
const tcpOperations = ["ports", "notPorts"];

/** Connections without HTTP have nothing that such a rule looks at, and a DENY then denies. */
function httpOnlyFindings(rule: Place): Finding[] {
  const sources = sourcesOf(rule);
  const operations = operationsOf(rule);
  const peers = [field(rule, "from"), field(rule, "to"), ...sources, ...operations];
  const looksAt = (places: readonly Place[], names: readonly string[]) =>
    places.some((place) => names.some((name) => !isBlank(field(place, name))));
  const httpOnly = operations.some(isSet)
    ? !looksAt(operations, tcpOperations)
    : sources.some(isSet) && !looksAt(sources, tcpSources);
  return httpOnly && !peers.some(isUnknown)
    ? [
        warned(
          rule.path,
          rule.value,
          "denies every connection that is not HTTP, as it looks at HTTP alone; name the ports it is for",
          "deny-without-ports",
        ),
      ]
    : [];
}
