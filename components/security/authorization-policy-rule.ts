import type * as pulumi from "@pulumi/pulumi";
import type {
  AuthorizationPolicyRule,
  AuthorizationPolicyRuleFromSource,
  AuthorizationPolicyRuleToOperation,
  AuthorizationPolicyRuleWhen,
} from "../resources/security/authorization-policy";
import { whenKnown } from "../validation/when-known";
import type {
  AuthorizationCondition,
  AuthorizationOperation,
  AuthorizationRule,
  AuthorizationSource,
} from "./authorization-rule";

type Texts = pulumi.Input<string>[];

/** What short names of service accounts in the rules are completed with. */
export interface Identities {
  namespace: pulumi.Input<string>;
  /** Undefined: any trust domain. */
  trustDomain?: pulumi.Input<string>;
}

/** The identity that mutual TLS proves, for a service account as `name` or `namespace/name`. */
export function principalOf(
  serviceAccount: pulumi.Input<string>,
  trustDomain: pulumi.Input<string>,
  namespace: pulumi.Input<string>,
): pulumi.Input<string> {
  return whenKnown(
    [serviceAccount, trustDomain, namespace],
    (account: string, domain: string, own: string) => {
      const [name = "", ns = own] = account.split("/").reverse();
      return `${domain}/ns/${ns}/sa/${name}`;
    },
  );
}

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
  const principals = (accounts: Texts = [], others: Texts = []) => [
    ...others,
    ...accounts.map((account) => principalOf(account, domain, namespace)),
  ];
  return {
    ...rest,
    ...(serviceAccounts && { principals: principals(serviceAccounts, rest.principals) }),
    ...(notServiceAccounts && {
      notPrincipals: principals(notServiceAccounts, rest.notPrincipals),
    }),
  };
}

/** Istio writes ports as text. */
const texts = (ports: pulumi.Input<number>[]): Texts =>
  ports.map((port) => whenKnown([port], (number: number) => String(number)));

const operation = ({
  ports,
  notPorts,
  ...rest
}: AuthorizationOperation): AuthorizationPolicyRuleToOperation => ({
  ...rest,
  ...(ports && { ports: texts(ports) }),
  ...(notPorts && { notPorts: texts(notPorts) }),
});

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

/** A rule as Istio writes it. */
export const policyRule = (
  { from, to, when }: AuthorizationRule,
  identities: Identities,
): AuthorizationPolicyRule => ({
  ...(from && { from: from.map((args) => ({ source: source(args, identities) })) }),
  ...(to && { to: to.map((args) => ({ operation: operation(args) })) }),
  ...(when && { when: when.map(condition) }),
});
