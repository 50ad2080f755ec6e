import { closest, didYouMean } from "../../../values/closest";
import { fitsGlob } from "../../../values/pattern";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { namedNamespaces, type PolicyValue } from "../model/policy-values";
import { namespaceNames } from "../namespace-names";
import { everyNamespace, Thing } from "../scope";

/** Namespaces that whoever runs a cluster brings: a set of one team's names them and does not declare them. */
const ofPlatforms: readonly string[] = [
  "argocd",
  "cert-manager",
  "flux-system",
  "gateway-system",
  "ingress-nginx",
  "istio-egress",
  "istio-gateway",
  "istio-ingress",
  "knative-serving",
  "logging",
  "monitoring",
  "observability",
  "prometheus",
  "tracing",
];

/** Whether a namespace lies beside all but a whole cluster. */
const isBeside = (name: string, mesh: Mesh): boolean =>
  ofPlatforms.some((one) => fitsGlob(name, one)) && !mesh.speaksFor(Thing.Workload, everyNamespace);

function* judge({ value, path }: PolicyValue, mesh: Mesh): Iterable<Verdict> {
  const names = mesh.fact(namespaceNames);
  if (names.has(value) || [...names].some((name) => fitsGlob(value, name))) {
    return;
  }
  if (isBeside(value, mesh) || !mesh.speaksFor(Thing.Namespace, value, value)) {
    yield { path, notDeclared: `Namespace ${value}` };
    return;
  }
  const meant = closest(value, names);
  yield {
    path,
    message: `there is no namespace ${JSON.stringify(value)}${didYouMean(value, names)}`,
    ...(meant !== undefined && { fix: { path, value: meant } }),
  };
}

/** A policy that names a namespace that does not exist. */
export const authorizationPolicyNamespace = check({
  id: "authorization-policy-namespace",
  code: "IST0101",
  aliases: ["KIA0101"],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "An AuthorizationPolicy names a namespace that does not exist.",
  why: "The rule takes nobody: who is to be let in is shut out, and who is to be denied comes in.",
  fix: "Write the name of the callers' namespace.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0101/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: storefront}
---
apiVersion: v1
kind: Namespace
metadata: {name: stock}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: callers, namespace: stock}
spec:
  rules:
  - from:
    - source:
        namespaces: [storefont] # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: storefront}
---
apiVersion: v1
kind: Namespace
metadata: {name: stock}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: callers, namespace: stock}
spec:
  rules:
  - from:
    - source:
        namespaces: ["store*", istio-system, default]
`,
  *run({ spec }, mesh) {
    yield* each(namedNamespaces(spec), (one) => judge(one, mesh));
  },
});
