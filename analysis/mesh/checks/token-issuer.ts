import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { didYouMean } from "../../../values/closest";
import { fitsGlob } from "../../../values/pattern";
import { issuerIn } from "../../../values/principal";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { targetServices, targetsOf } from "../model/policies";
import { namedRequestPrincipals, type PolicyValue, wantedAudiences } from "../model/policy-values";
import { listed, named, quoted } from "../words";

/** What reads tokens for all that a policy is for, as far as it is declared. */
function readersFor(policy: Declared<AuthorizationPolicySpec>, mesh: Mesh) {
  const { id, spec } = policy;
  const { requestAuthentications } = mesh;
  if (targetsOf(spec).length > 0) {
    return targetServices(spec).map(({ name }) =>
      requestAuthentications.onService(id.namespace, name),
    );
  }
  return mesh.chosenBy(policy).map((workload) => requestAuthentications.on(workload));
}

function* judge(
  { value, path }: PolicyValue,
  readers: ReturnType<typeof readersFor>,
): Iterable<Verdict> {
  const issuer = issuerIn(value);
  const all = [...new Set(readers.flat())];
  const issuers = all.flatMap(({ spec }) => (spec.jwtRules ?? []).map((rule) => rule.issuer ?? ""));
  // An issuer that is not named takes every token that its keys fit; a subject may have slashes of its own.
  const beginning = value.endsWith("*") ? value.slice(0, -1) : undefined;
  const isKnown = issuers.some(
    (own) =>
      own === "" ||
      value.startsWith(`${own}/`) ||
      (beginning !== undefined && `${own}/`.startsWith(beginning)),
  );
  if (!isKnown && readers.every((own) => own.length > 0)) {
    yield {
      path,
      message: `no token of issuer ${quoted(issuer)} is read: ${named(all.map(({ id }) => id))} reads those of ${listed(new Set(issuers.map(quoted)))}${didYouMean(issuer, issuers)}`,
      related: all.map(({ id }) => id),
    };
  }
}

/** An audience for which no rule takes a token: those without audiences of their own take every one. */
function* judgeAudience(
  { value, path }: PolicyValue,
  readers: ReturnType<typeof readersFor>,
): Iterable<Verdict> {
  const all = [...new Set(readers.flat())];
  const rules = all.flatMap(({ spec }) => spec.jwtRules ?? []);
  const known = rules.flatMap(({ audiences = [] }) => audiences);
  const isAny = rules.some(({ audiences = [] }) => audiences.length === 0);
  if (!isAny && !fitsAny(value, known) && readers.every((own) => own.length > 0)) {
    yield {
      path,
      message: `no token for audience ${quoted(value)} is read: ${named(all.map(({ id }) => id))} reads those for ${listed(new Set(known.map(quoted)))}${didYouMean(value, known)}`,
      related: all.map(({ id }) => id),
    };
  }
}

const fitsAny = (pattern: string, values: readonly string[]): boolean =>
  values.some((value) => fitsGlob(pattern, value));

/** A policy that asks for tokens of an issuer which nothing reads. */
export const tokenIssuer = check({
  id: "token-issuer",
  code: "MESH0221",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary:
    "A policy names an issuer or an audience of tokens that no RequestAuthentication of its workloads has.",
  why: "A token of that issuer is refused, or never read: no request has such an identity, and the rule takes nobody.",
  fix: "Write the issuer or the audience as the RequestAuthentication has it, or add one there.",
  url: "https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: diary, namespace: home}
spec:
  template:
    metadata: {labels: {app: diary}}
    spec: {containers: [{name: diary}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: diary, namespace: home}
spec:
  selector: {matchLabels: {app: diary}}
  jwtRules: [{issuer: "https://login.example.com", jwksUri: "https://login.example.com/keys"}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: diary, namespace: home}
spec:
  selector: {matchLabels: {app: diary}}
  rules:
  - from:
    - source:
        requestPrincipals: ["https://login.example.org/*"] # found
`,
  silent: `apiVersion: apps/v1
kind: Deployment
metadata: {name: diary, namespace: home}
spec:
  template:
    metadata: {labels: {app: diary}}
    spec: {containers: [{name: diary}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: diary, namespace: home}
spec:
  selector: {matchLabels: {app: diary}}
  jwtRules: [{issuer: "https://login.example.com", jwksUri: "https://login.example.com/keys"}]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: diary, namespace: home}
spec:
  selector: {matchLabels: {app: diary}}
  rules:
  - from: [{source: {requestPrincipals: ["https://login.example.com/*"]}}]
`,
  *run(policy, mesh) {
    const values = namedRequestPrincipals(policy.spec).filter(
      ({ value }) => issuerIn(value) !== "" && !issuerIn(value).includes("*"),
    );
    const audiences = wantedAudiences(policy.spec);
    const readers = values.length + audiences.length === 0 ? [] : readersFor(policy, mesh);
    if (readers.length > 0) {
      yield* each(values, (one) => judge(one, readers));
      yield* each(audiences, (one) => judgeAudience(one, readers));
    }
  },
});
