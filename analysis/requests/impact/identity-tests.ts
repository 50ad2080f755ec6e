import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { fitsPattern } from "../../../values/pattern";
import { isPrincipalOf } from "../../../values/principal";
import type { Declared } from "../../mesh/declared-set";
import { namedAccounts, namedNamespaces, namedPrincipals } from "../../mesh/model/policy-values";
import { known } from "../../mesh/not-judged";

/** Who a client is to policies. */
export interface Identity {
  readonly namespace: string;
  readonly account: string;
}

type Test = (identity: Identity) => boolean;

function testsOf({ id, spec }: Declared<AuthorizationPolicySpec>): [key: string, test: Test][] {
  return [
    ...namedNamespaces(spec).map(({ value }): [string, Test] => [
      `namespace ${value}`,
      ({ namespace }) => fitsPattern(value, namespace),
    ]),
    ...namedPrincipals(spec).map(({ value }): [string, Test] => [
      `principal ${value}`,
      ({ namespace, account }) => isPrincipalOf(value, namespace, account),
    ]),
    ...namedAccounts(spec).map(({ value }): [string, Test] => {
      const whole = value.includes("/") ? value : `${id.namespace}/${value}`;
      return [`account ${whole}`, ({ namespace, account }) => whole === `${namespace}/${account}`];
    }),
  ];
}

/** By what policies tell clients apart. */
export const identityTests = (policies: readonly Declared<AuthorizationPolicySpec>[]): Test[] => [
  ...new Map(policies.flatMap((policy) => known(() => testsOf(policy)) ?? [])).values(),
];
