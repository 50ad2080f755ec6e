import type {
  AuthorizationPolicyRule,
  AuthorizationPolicyRuleFromSource,
  AuthorizationPolicyRuleWhen,
} from "../../../schemas/kinds/security/authorization-policy";
import { fitsGlob } from "../../../values/pattern";
import { isPrincipalOf } from "../../../values/principal";

/** Who a workload is to others: what mutual TLS proves of it. */
export interface Identity {
  readonly namespace: string;
  readonly account: string;
}

/** Whether a part of a rule takes a caller; `maybe` where it hangs on the request. */
export type Answer = "yes" | "no" | "maybe";

const both = (answers: readonly Answer[]): Answer =>
  answers.includes("no") ? "no" : answers.includes("maybe") ? "maybe" : "yes";

const either = (answers: readonly Answer[]): Answer =>
  answers.includes("yes") ? "yes" : answers.includes("maybe") ? "maybe" : "no";

type Fits = (value: string, caller: Identity, policyNamespace: string) => boolean;

const fitsPrincipal: Fits = (value, { namespace, account }) =>
  isPrincipalOf(value, namespace, account);

const fitsNamespace: Fits = (value, { namespace }) => fitsGlob(value, namespace);

const fitsAccount: Fits = (value, { namespace, account }, own) =>
  value === `${namespace}/${account}` || (namespace === own && value === account);

/** Fields of a source by which a caller is known, its negation, and how a value is read. */
const identityFields = [
  ["principals", "notPrincipals", fitsPrincipal],
  ["namespaces", "notNamespaces", fitsNamespace],
  ["serviceAccounts", "notServiceAccounts", fitsAccount],
] as const;

/** The same in conditions. */
const identityKeys: Readonly<Record<string, Fits>> = {
  "source.principal": fitsPrincipal,
  "source.namespace": fitsNamespace,
  "source.serviceAccount": fitsAccount,
};

const isNamed = (values: readonly string[], fits: (value: string) => boolean): Answer =>
  values.some(fits) ? "yes" : "no";

const not = (answer: Answer): Answer =>
  answer === "yes" ? "no" : answer === "no" ? "yes" : "maybe";

function takesSource(
  source: AuthorizationPolicyRuleFromSource,
  caller: Identity,
  namespace: string,
): Answer {
  const rest = { ...source };
  const answers: Answer[] = [];
  for (const [field, negated, fits] of identityFields) {
    const fitsCaller = (value: string) => fits(value, caller, namespace);
    const { [field]: values, [negated]: others } = source;
    answers.push(...(values?.length ? [isNamed(values, fitsCaller)] : []));
    answers.push(...(others?.length ? [not(isNamed(others, fitsCaller))] : []));
    delete rest[field];
    delete rest[negated];
  }
  return both([...answers, ...(Object.keys(rest).length > 0 ? (["maybe"] as const) : [])]);
}

function takesCondition(
  { key, values = [], notValues = [] }: AuthorizationPolicyRuleWhen,
  caller: Identity,
  namespace: string,
): Answer {
  const fits = identityKeys[key];
  if (fits === undefined) {
    return "maybe";
  }
  const fitsCaller = (value: string) => fits(value, caller, namespace);
  return both([
    ...(values.length > 0 ? [isNamed(values, fitsCaller)] : []),
    ...(notValues.length > 0 ? [not(isNamed(notValues, fitsCaller))] : []),
  ]);
}

/** Whether a rule takes some request of a caller, by who it is alone. */
export function takesCaller(
  { from = [], when = [] }: AuthorizationPolicyRule,
  caller: Identity,
  policyNamespace: string,
): Answer {
  const sources = from.map(({ source }) => takesSource(source ?? {}, caller, policyNamespace));
  return both([
    ...(sources.length > 0 ? [either(sources)] : []),
    ...when.map((condition) => takesCondition(condition, caller, policyNamespace)),
  ]);
}

const isOfStranger = (source: AuthorizationPolicyRuleFromSource): boolean =>
  !identityFields.some(([field]) => source[field]?.length) && !source.trustDomains?.length;

/** Whether a rule may take somebody of whom mutual TLS proves nothing. */
export const mayTakeStranger = ({ from = [], when = [] }: AuthorizationPolicyRule): boolean =>
  (from.length === 0 || from.some(({ source }) => isOfStranger(source ?? {}))) &&
  !when.some(({ key, values }) => identityKeys[key] !== undefined && values?.length);
