import type {
  AuthorizationPolicyRule,
  AuthorizationPolicyRuleFromSource,
  AuthorizationPolicyRuleToOperation,
  AuthorizationPolicyRuleWhen,
} from "../../../schemas/kinds/security/authorization-policy";
import { principalsIn, trustDomainsIn } from "../../../values/trust-domains";
import { claim, nameInBrackets, namesInBrackets, requestPrincipal } from "./claim-tests";
import {
  destinationIp,
  destinationPort,
  namespaceInIdentity,
  principal,
  remoteIp,
  serviceAccountFrom,
  sni,
  sourceIp,
  type TestOf,
  trustDomain,
} from "./connection-tests";
import { every, none, some, type Test } from "./fit";
import { header, host, method, path } from "./request-tests";
import type { Subject } from "./subject";

/** How istiod writes the rules of a policy for Envoy. */
export interface RuleWriting {
  /** Namespace of the policy. */
  readonly namespace: string;
  /** A rule of ALLOW with a condition that cannot be written is left out; of others the condition is. */
  readonly isAllow: boolean;
  /** Whether the proxy sees requests where the rule stands. */
  readonly seesRequests: boolean;
  /** The mesh's own trust domain first, then its aliases. */
  readonly trustDomains: readonly string[];
}

/** What a condition looks at. */
interface Reading {
  /** Undefined where the key itself cannot be read. */
  readonly testOf: TestOf | undefined;
  /** It needs a request. */
  readonly ofRequest?: boolean;
  /** What stands for the values that were written. */
  readonly expand?: (values: readonly string[]) => readonly string[];
}

/** Marks a rule that istiod leaves out. */
const leftOut = Symbol("left out");

/** Keys that begin like this read what an extension of Envoy has found. */
const ofExtensions = "experimental.envoy.filters.";
const ofHeaders = "request.headers";
const ofClaims = "request.auth.claims";

function* condition(
  { testOf, ofRequest = false, expand = (all) => all }: Reading,
  values: readonly string[],
  notValues: readonly string[],
  { isAllow, seesRequests }: RuleWriting,
): Iterable<Test<Subject> | typeof leftOut> {
  const readable = testOf !== undefined && (seesRequests || !ofRequest);
  for (const [written, combined] of [
    [values, some],
    [notValues, none],
  ] as const) {
    const tests = expand(written).flatMap((value) => (readable ? (testOf(value) ?? []) : []));
    if (isAllow && tests.length < expand(written).length) {
      yield leftOut;
    }
    if (tests.length > 0) {
      yield combined(tests);
    }
  }
}

const operations = {
  hosts: { testOf: host, ofRequest: true },
  methods: { testOf: method, ofRequest: true },
  paths: { testOf: path, ofRequest: true },
  ports: { testOf: destinationPort },
} as const satisfies Record<string, Reading>;

/** The name of the field that turns another round. */
const negated = <Name extends string>(name: Name) =>
  `not${name[0]?.toUpperCase()}${name.slice(1)}` as `not${Capitalize<Name>}`;

const keysOf = <Key extends string>(table: Record<Key, unknown>) => Object.keys(table) as Key[];

function* ofOperation(operation: AuthorizationPolicyRuleToOperation, writing: RuleWriting) {
  for (const name of keysOf(operations)) {
    yield* condition(
      operations[name],
      operation[name] ?? [],
      operation[negated(name)] ?? [],
      writing,
    );
  }
}

const sourcesFor = ({ namespace, trustDomains }: RuleWriting) =>
  ({
    ipBlocks: { testOf: sourceIp },
    remoteIpBlocks: { testOf: remoteIp },
    namespaces: { testOf: namespaceInIdentity },
    trustDomains: { testOf: trustDomain, expand: (all) => trustDomainsIn(trustDomains, all) },
    serviceAccounts: { testOf: serviceAccountFrom(namespace) },
    requestPrincipals: { testOf: requestPrincipal, ofRequest: true },
    principals: { testOf: principal, expand: (all) => principalsIn(trustDomains, all) },
  }) as const satisfies Record<string, Reading>;

function* ofSource(source: AuthorizationPolicyRuleFromSource, writing: RuleWriting) {
  const sources = sourcesFor(writing);
  for (const name of keysOf(sources)) {
    yield* condition(sources[name], source[name] ?? [], source[negated(name)] ?? [], writing);
  }
}

/** What the keys of conditions read. */
function readingOf(key: string, writing: RuleWriting): Reading | undefined {
  const { principals, namespaces, serviceAccounts, trustDomains, ...rest } = sourcesFor(writing);
  switch (key) {
    case "destination.ip":
      return { testOf: destinationIp };
    case "destination.port":
      return operations.ports;
    case "connection.sni":
      return { testOf: sni };
    case "source.ip":
      return rest.ipBlocks;
    case "remote.ip":
      return rest.remoteIpBlocks;
    case "source.namespace":
      return namespaces;
    case "source.trustDomain":
      return trustDomains;
    case "source.serviceAccount":
      return serviceAccounts;
    case "source.principal":
      return principals;
    case "request.auth.principal":
      return rest.requestPrincipals;
    case "request.auth.audiences":
      return { testOf: claim(["aud"]), ofRequest: true };
    case "request.auth.presenter":
      return { testOf: claim(["azp"]), ofRequest: true };
    default:
      return readingByPrefix(key);
  }
}

function readingByPrefix(key: string): Reading | undefined {
  if (key.startsWith(ofExtensions)) {
    return { testOf: () => () => ({ unsaid: [`conditions with the key ${key}`] }) };
  }
  if (key.startsWith(ofHeaders)) {
    const name = nameInBrackets(key.slice(ofHeaders.length));
    return { testOf: name === undefined ? undefined : header(name), ofRequest: true };
  }
  if (key.startsWith(ofClaims)) {
    const names = namesInBrackets(key.slice(ofClaims.length));
    return { testOf: names && claim(names), ofRequest: true };
  }
  return undefined;
}

function* ofWhen(
  { key, values = [], notValues = [] }: AuthorizationPolicyRuleWhen,
  writing: RuleWriting,
) {
  const reading = readingOf(key, writing);
  if (reading === undefined) {
    yield leftOut;
  } else {
    yield* condition(reading, values, notValues, writing);
  }
}

/** Whether Envoy takes something for a rule's, as istiod writes it; undefined where istiod leaves it out. */
export function envoyRule(
  { from = [], to = [], when = [] }: AuthorizationPolicyRule,
  writing: RuleWriting,
): Test<Subject> | undefined {
  const parts = [
    from.map(({ source = {} }) => [...ofSource(source, writing)]),
    to.map(({ operation = {} }) => [...ofOperation(operation, writing)]),
    [when.flatMap((one) => [...ofWhen(one, writing)])],
  ];
  const tests: Test<Subject>[] = [];
  for (const alternatives of parts) {
    const read = alternatives.map((one) => one.filter((test) => test !== leftOut));
    if (alternatives.some((one) => one.includes(leftOut))) {
      return undefined;
    }
    tests.push(...(read.length > 0 ? [some(read.map(every))] : []));
  }
  return every(tests);
}
