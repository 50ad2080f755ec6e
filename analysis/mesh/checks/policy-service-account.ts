import { closest, didYouMean } from "../../../values/closest";
import { accountsIn, identityIn, principalProblem } from "../../../values/principal";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { namedAccounts, namedPrincipals, type PolicyValue } from "../model/policy-values";
import { Thing } from "../scope";
import { listed, quoted } from "../words";

interface NamedAccount extends PolicyValue {
  readonly namespace: string;
  readonly account: string;
}

const before = "/ns/";
const between = "/sa/";
const any = "*";

/** The service account of a principal that is written in full, but for its trust domain maybe. */
function ofPrincipal({ value, path }: PolicyValue): NamedAccount[] {
  const [namespace = "", account = ""] = (value.split(before)[1] ?? "").split(between);
  return value.lastIndexOf(any) > 0 || namespace === "" || account === ""
    ? []
    : [{ value, path, namespace, account }];
}

/** A principal that is no service account's, where its form alone does not say so: others have identities, too. */
function* judgeForm({ value, path }: PolicyValue): Iterable<Verdict> {
  if (
    principalProblem(value) === undefined &&
    !value.includes(any) &&
    identityIn(value) === undefined
  ) {
    yield {
      path,
      message: `${quoted(value)} is the identity of no service account, which is <trust domain>/ns/<namespace>/sa/<account>`,
      level: "warning",
    };
  }
}

/** A principal that stands for all accounts of a namespace that begin alike, of which there is none. */
function* judgeBeginning({ value, path }: PolicyValue, mesh: Mesh): Iterable<Verdict> {
  const [namespace = "", start = ""] = accountsIn(value) ?? [];
  if (
    start !== "" &&
    mesh.speaksFor(Thing.ServiceAccount, namespace) &&
    ![...mesh.accountsIn(namespace)].some((account) => account.startsWith(start))
  ) {
    yield {
      path,
      message: `${quoted(value)}: no ServiceAccount of namespace ${namespace} begins with ${quoted(start)}`,
    };
  }
}

function ofAccount({ value, path }: PolicyValue, own: string): NamedAccount {
  const [first = "", second] = value.split("/");
  return second === undefined
    ? { value, path, namespace: own, account: first }
    : { value, path, namespace: first, account: second };
}

const accountsOfPods = (mesh: Mesh, namespace: string): ReadonlySet<string> =>
  new Set(mesh.workloadsIn(namespace).map(({ serviceAccount }) => serviceAccount));

/** Whether the set has the Pods of a namespace; of the root namespace it often has a part only. */
const knowsAllPods = (mesh: Mesh, namespace: string, account: string): boolean =>
  namespace !== mesh.config.rootNamespace &&
  mesh.workloadsIn(namespace).length > 0 &&
  !mesh.isExternal(Thing.ServiceAccount, namespace, account) &&
  mesh.speaksFor(Thing.Workload, namespace);

function* judge({ value, path, namespace, account }: NamedAccount, mesh: Mesh): Iterable<Verdict> {
  const accounts = mesh.accountsIn(namespace);
  if (accounts.has(account)) {
    return;
  }
  const isKnown = mesh.speaksFor(Thing.ServiceAccount, namespace, account);
  if (!isKnown && !knowsAllPods(mesh, namespace, account)) {
    yield { path, notDeclared: `ServiceAccount ${account}.${namespace}` };
    return;
  }
  const meant = closest(account, accounts);
  const problem = isKnown
    ? `there is no ServiceAccount ${account} in namespace ${namespace}`
    : `no Pod that is declared in namespace ${namespace} runs as ServiceAccount ${account}; they run as ${listed(accountsOfPods(mesh, namespace))}`;
  yield {
    path,
    message: `${JSON.stringify(value)}: ${problem}${didYouMean(account, accounts)}`,
    level: isKnown ? "error" : "warning",
    ...(meant !== undefined && {
      fix: { path, value: value.slice(0, -account.length) + meant },
    }),
  };
}

/** A policy that names a service account that does not exist. */
export const policyServiceAccount = check({
  id: "policy-service-account",
  code: "KIA0106",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "An AuthorizationPolicy names a service account that does not exist.",
  why: "Nobody has that identity: who is to be let in is shut out, and who is to be denied comes in.",
  fix: "Write the serviceAccountName of the callers' Pods.",
  url: "https://kiali.io/docs/features/validations/#kia0106---service-account-not-found-for-this-principal",
  fires: `apiVersion: v1
kind: ServiceAccount
metadata: {name: checkout, namespace: shop}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: stock, namespace: stock}
spec:
  rules:
  - from:
    - source:
        principals: [cluster.local/ns/shop/sa/chekout] # found
    - source:
        serviceAccounts: [shop/cart] # found
`,
  silent: `apiVersion: v1
kind: ServiceAccount
metadata: {name: checkout, namespace: shop}
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: front, namespace: shop}
spec:
  gatewayClassName: istio
  listeners: [{name: http, port: 80, protocol: HTTP}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: stock, namespace: stock}
spec:
  rules:
  - from:
    - source:
        principals: ["*/ns/shop/sa/checkout", cluster.local/ns/shop/sa/default]
    - source:
        serviceAccounts: [shop/front-istio, batch/nightly]
`,
  *run({ id, spec }, mesh) {
    const named = [
      ...namedPrincipals(spec).flatMap(ofPrincipal),
      ...namedAccounts(spec).map((one) => ofAccount(one, id.namespace)),
    ];
    yield* each(named, (one) => judge(one, mesh));
    yield* each(namedPrincipals(spec), function* (one): Iterable<Verdict> {
      yield* judgeForm(one);
      yield* judgeBeginning(one, mesh);
    });
  },
});
