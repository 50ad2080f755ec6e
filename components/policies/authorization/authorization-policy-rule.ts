import * as pulumi from "@pulumi/pulumi";
import type { LateList } from "../../../arguments/late-list";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { authorityForms } from "../../../values/authority";
import { namespacedName } from "../../../values/namespaced-name";
import { principalOf } from "../../../values/principal";
import type {
  AuthorizationPolicyRule,
  AuthorizationPolicyRuleFromSource,
  AuthorizationPolicyRuleToOperation,
  AuthorizationPolicyRuleWhen,
} from "../../resources/security/authorization-policy";
import { concatenated, expanded } from "../text-list";
import type {
  AuthorizationCondition,
  AuthorizationOperation,
  AuthorizationRule,
  AuthorizationSource,
} from "./authorization-args";

/** What short names of service accounts in the rules are completed with. */
export interface Identities {
  namespace: pulumi.Input<string>;
  /** Undefined: any trust domain. */
  trustDomain?: pulumi.Input<string>;
}

/** A service account may be written as `name` or `namespace/name`. */
const principal = (account: string, trustDomain: string, namespace: string): string =>
  principalOf(trustDomain, ...namespacedName(account, namespace));

/** Istio's own field fits every trust domain; a principal fits one. */
function source(
  { serviceAccounts, notServiceAccounts, ...rest }: AuthorizationSource,
  { namespace, trustDomain }: Identities,
): AuthorizationPolicyRuleFromSource {
  const domain = trustDomain;
  if (domain === undefined) {
    return {
      ...rest,
      ...(serviceAccounts && { serviceAccounts }),
      ...(notServiceAccounts && { notServiceAccounts }),
    };
  }
  const principals = (accounts: LateList<string>, others: LateList<string> | undefined) =>
    concatenated(
      others,
      isKnown(accounts)
        ? accounts.map((account) => whenKnown([account, domain, namespace], principal))
        : pulumi
            .all([accounts, domain, namespace])
            .apply(([known, td, own]) => known.map((account) => principal(account, td, own))),
    );
  return {
    ...rest,
    ...(serviceAccounts && { principals: principals(serviceAccounts, rest.principals) }),
    ...(notServiceAccounts && {
      notPrincipals: principals(notServiceAccounts, rest.notPrincipals),
    }),
  };
}

/** Istio writes ports as text. */
const texts = (ports: LateList<number>): LateList<string> =>
  expanded(ports, (port) => [String(port)]);

/** `written` is how hosts are put down: as they are for a check, in all their forms for the object. */
function operation(
  { ports, notPorts, hosts, notHosts, ...rest }: AuthorizationOperation,
  written: (host: string) => string[],
): AuthorizationPolicyRuleToOperation {
  return {
    ...rest,
    ...(hosts && { hosts: expanded(hosts, written) }),
    ...(notHosts && { notHosts: expanded(notHosts, written) }),
    ...(ports && { ports: texts(ports) }),
    ...(notPorts && { notPorts: texts(notPorts) }),
  };
}

/** Istio's word for what a condition looks at. */
export function conditionKey({ claim, header, attribute }: AuthorizationCondition): string {
  if (claim !== undefined) {
    return `request.auth.claims[${claim}]`;
  }
  return header !== undefined ? `request.headers[${header}]` : (attribute ?? "");
}

const condition = (args: AuthorizationCondition): AuthorizationPolicyRuleWhen => ({
  key: conditionKey(args),
  ...(args.values && { values: args.values }),
  ...(args.notValues && { notValues: args.notValues }),
});

const rule = (
  { from, to, when }: AuthorizationRule,
  identities: Identities,
  written: (host: string) => string[],
): AuthorizationPolicyRule => ({
  ...(from && { from: from.map((args) => ({ source: source(args, identities) })) }),
  ...(to && { to: to.map((args) => ({ operation: operation(args, written) })) }),
  ...(when && { when: when.map(condition) }),
});

/** A rule as Istio writes it. */
export const policyRule = (args: AuthorizationRule, identities: Identities) =>
  rule(args, identities, authorityForms);

/** The same with every text at the place of its argument, so that findings can be told by that. */
export const ruleByArguments = (args: AuthorizationRule, identities: Identities) =>
  rule(args, identities, (host) => [host]);
