import type {
  AuthorizationPolicyRule,
  AuthorizationPolicyRuleFromSource,
  AuthorizationPolicyRuleWhen,
} from "../../../schemas/kinds/security/authorization-policy";
import { requestConditions } from "../../mesh/model/request-conditions";
import {
  destinationIp,
  destinationPort,
  namespaceAlone,
  principal,
  serviceAccountFrom,
  sourceIp,
  type TestOf,
} from "./connection-tests";
import { every, none, some, type Test } from "./fit";
import type { Subject } from "./subject";

/** What cannot be read is left out. */
function* condition(
  testOf: TestOf,
  values: readonly string[] = [],
  notValues: readonly string[] = [],
) {
  for (const [written, combined] of [
    [values, some],
    [notValues, none],
  ] as const) {
    const tests = written.flatMap((value) => testOf(value) ?? []);
    if (tests.length > 0) {
      yield combined(tests);
    }
  }
}

/**
 * The conditions together. What has none left fits nothing: ztunnel passes over it, though istiod's status of the
 * policy says that it would always fit.
 */
const together = (tests: readonly Test<Subject>[]): Test<Subject> =>
  tests.length === 0 ? () => false : every(tests);

/** Trust domains are no part of what ztunnel gets. */
function ofSource(source: AuthorizationPolicyRuleFromSource, namespace: string): Test<Subject> {
  return together([
    ...condition(sourceIp, source.ipBlocks, source.notIpBlocks),
    ...condition(namespaceAlone, source.namespaces, source.notNamespaces),
    ...condition(serviceAccountFrom(namespace), source.serviceAccounts, source.notServiceAccounts),
    ...condition(principal, source.principals, source.notPrincipals),
  ]);
}

/** Keys of conditions that ztunnel gets. */
const keys: Readonly<Record<string, TestOf>> = {
  "source.ip": sourceIp,
  "source.namespace": namespaceAlone,
  "source.principal": principal,
  "destination.ip": destinationIp,
  "destination.port": destinationPort,
};

function ofWhen({ key, values, notValues }: AuthorizationPolicyRuleWhen): Test<Subject> {
  const testOf = Object.hasOwn(keys, key) ? keys[key] : undefined;
  return together(testOf === undefined ? [] : [...condition(testOf, values, notValues)]);
}

/**
 * Whether ztunnel takes a connection for a rule's, as istiod writes it. Conditions on requests are not for
 * ztunnel: a rule of ALLOW with one is left out. One of DENY has only what is left of it, and never fits where a
 * source, an operation or a condition has nothing left.
 */
export function ztunnelRule(
  rule: AuthorizationPolicyRule,
  { namespace, isAllow }: { readonly namespace: string; readonly isAllow: boolean },
): Test<Subject> | undefined {
  const { from = [], to = [], when = [] } = rule;
  const isOfRequests =
    requestConditions({ rules: [rule] }).length > 0 ||
    when.some(({ key }) => !Object.hasOwn(keys, key));
  if (isAllow && isOfRequests) {
    return undefined;
  }
  const ports = to.map(({ operation = {} }) =>
    together([...condition(destinationPort, operation.ports, operation.notPorts)]),
  );
  const sources = from.map(({ source = {} }) => ofSource(source, namespace));
  return every([
    ...(ports.length > 0 ? [some(ports)] : []),
    ...(sources.length > 0 ? [some(sources)] : []),
    ...when.map(ofWhen),
  ]);
}
