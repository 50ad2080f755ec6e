import type {
  AuthorizationPolicyRule,
  AuthorizationPolicyRuleFromSource,
  AuthorizationPolicyRuleToOperation,
  AuthorizationPolicyRuleWhen,
  AuthorizationPolicySpec,
} from "../../../../schemas/kinds/security/authorization-policy";
import { conditionKey } from "../../../../values/condition-key";
import { isIpOrCidr } from "../../../../values/ip";
import { addressesIn, addressOutside } from "../../../../values/ip-sample";
import { hasTemplate } from "../../../../values/path";
import { fitsText } from "../../conditions";
import type { TextMatch } from "../../route";
import { isHost, type Part, type Target, turned, type Wish } from "./part";
import { targetWords, textPart } from "./route-parts";
import { templateValues } from "./text-values";

const wildcard = "*";

/** A text of a policy, with a `*` at an end at most. */
function patternMatch(pattern: string, ignoreCase = false): TextMatch {
  const own = ignoreCase ? { ignoreCase } : {};
  if (pattern === wildcard) {
    return { kind: "present" };
  }
  if (pattern.startsWith(wildcard)) {
    return { kind: "suffix", value: pattern.slice(1), ...own };
  }
  return pattern.endsWith(wildcard)
    ? { kind: "prefix", value: pattern.slice(0, -1), ...own }
    : { kind: "exact", value: pattern, ...own };
}

const patternPart = (target: Target, pattern: string): Part =>
  target.kind === "path" && hasTemplate(pattern)
    ? { target, words: `path ${pattern}`, ...templateValues(pattern) }
    : textPart(target, patternMatch(pattern, isHost(target)));

/** Whether a text fits a pattern of a list; of one with an open segment that is known of its own sample only. */
const fitsPattern =
  (target: Target, text: string) =>
  (pattern: string): boolean =>
    !hasTemplate(pattern) && fitsText(patternMatch(pattern, isHost(target)), text);

/**
 * A list of values of which one has to fit: the first fits, the others are asked too. What does not fit the
 * first may fit another.
 */
function listPart(target: Target, values: readonly string[], not: boolean): Part[] {
  const parts = values.map((value) => patternPart(target, value));
  const [first] = parts;
  if (first === undefined) {
    return [];
  }
  const near = parts
    .flatMap(({ others }) => others)
    .filter((text) => text !== undefined && !values.some(fitsPattern(target, text)));
  const all: Part = {
    target,
    words: `${targetWords(target)} ${values.join(", ")}`,
    fitting: parts.flatMap(({ fitting }) => fitting.slice(0, parts.length > 1 ? 1 : undefined)),
    others: target.kind === "path" ? near.slice(0, 2) : [...near.slice(0, 1), undefined],
    takes: (text) => values.some(fitsPattern(target, text)),
    ...(values.length > 1 && !not && { listed: values }),
  };
  return [not ? turned(all) : all];
}

const principalParts = (values: readonly string[], not: boolean): Part[] =>
  listPart(
    { kind: "claim", names: ["iss"] },
    values.map((one) => one.slice(0, Math.max(one.lastIndexOf("/"), 0)) || one),
    not,
  ).concat(
    listPart(
      { kind: "claim", names: ["sub"] },
      values.map((one) => one.slice(one.lastIndexOf("/") + 1)),
      not,
    ),
  );

/** What is no address fits nobody, as where it is judged. */
function blockParts(named: readonly string[], not: boolean): Part[] {
  const blocks = named.filter(isIpOrCidr);
  const part: Part = {
    target: { kind: "ip" },
    words: `address ${named.join(", ")}`,
    fitting: blocks.flatMap(addressesIn),
    others: [addressOutside(blocks)].filter((one) => one !== undefined),
    ...(blocks.length > 1 && !not && { listed: blocks.flatMap((block) => [block, block]) }),
  };
  return named.length === 0 ? [] : [not ? turned(part) : part];
}

const operationParts = (operation: AuthorizationPolicyRuleToOperation): Part[] => {
  const {
    methods = [],
    notMethods = [],
    paths = [],
    notPaths = [],
    hosts = [],
    notHosts = [],
  } = operation;
  const method: Target = { kind: "header", name: ":method" };
  const host: Target = { kind: "header", name: ":authority" };
  return [
    ...listPart(method, methods, false),
    ...listPart(method, notMethods, true),
    ...listPart({ kind: "path" }, paths, false),
    ...listPart({ kind: "path" }, notPaths, true),
    ...listPart(host, hosts, false),
    ...listPart(host, notHosts, true),
  ];
};

const sourceParts = (source: AuthorizationPolicyRuleFromSource): Part[] => [
  ...principalParts(source.requestPrincipals ?? [], false),
  ...principalParts(source.notRequestPrincipals ?? [], true),
  ...blockParts([...(source.ipBlocks ?? []), ...(source.remoteIpBlocks ?? [])], false),
  ...blockParts([...(source.notIpBlocks ?? []), ...(source.notRemoteIpBlocks ?? [])], true),
];

function conditionParts({ key, values = [], notValues = [] }: AuthorizationPolicyRuleWhen): Part[] {
  const known = conditionKey(key);
  if (known === undefined) {
    return [];
  }
  if (known.kind === "ip") {
    return [...blockParts(values, false), ...blockParts(notValues, true)];
  }
  if (known.kind === "principal") {
    return [...principalParts(values, false), ...principalParts(notValues, true)];
  }
  return [...listPart(known, values, false), ...listPart(known, notValues, true)];
}

const none = [undefined];

function ruleWishes({ from = [], to = [], when = [] }: AuthorizationPolicyRule): Wish[] {
  const conditions = when.flatMap(conditionParts);
  return (from.length > 0 ? from : none).flatMap((source) =>
    (to.length > 0 ? to : none).map((operation) => [
      ...sourceParts(source?.source ?? {}),
      ...operationParts(operation?.operation ?? {}),
      ...conditions,
    ]),
  );
}

/** What the rules of a policy ask of requests, each by itself. Who asks, and at which port, is no part of it. */
export const policyWishes = ({ rules = [] }: AuthorizationPolicySpec): Wish[] =>
  rules.flatMap(ruleWishes).filter((wish) => wish.length > 0);
