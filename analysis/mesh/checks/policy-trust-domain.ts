import { ownTrustDomain } from "../../../values/principal";
import { check } from "../check";
import { Kind } from "../kinds";
import { namedPrincipals } from "../model/policy-values";

const trustDomainOf = (principal: string): string => principal.slice(0, principal.indexOf("/ns/"));

/** A policy that names identities of a trust domain that is none of the mesh's. */
export const policyTrustDomain = check({
  id: "policy-trust-domain",
  code: "KIA0108",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary:
    "An AuthorizationPolicy names a principal of a trust domain that the mesh does not have.",
  why: "Unless another mesh is trusted, nobody has that identity, and the rule takes nobody.",
  fix: 'Write "cluster.local", which stands for the mesh\'s own trust domain, or name the domain in trustDomainAliases.',
  url: "https://kiali.io/docs/features/validations/#kia0108---unable-to-verify-principal-trust-domain-is-not-known-to-kiali",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |
    trustDomain: prod.example.com
    trustDomainAliases: [old.example.com]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: orders, namespace: orders}
spec:
  rules:
  - from:
    - source:
        principals: [test.example.com/ns/web/sa/front] # found
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |
    trustDomain: prod.example.com
    trustDomainAliases: [old.example.com]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: orders, namespace: orders}
spec:
  rules:
  - from:
    - source:
        principals:
        - old.example.com/ns/web/sa/front
        - prod.example.com/ns/web/sa/front
        - cluster.local/ns/web/sa/front
        - "*/sa/front"
`,
  *run({ spec }, { config }) {
    const known = [ownTrustDomain, config.trustDomain, ...config.trustDomainAliases];
    for (const { value, path } of namedPrincipals(spec)) {
      const domain = trustDomainOf(value);
      if (value.includes("/ns/") && !value.includes("*") && !known.includes(domain)) {
        yield {
          path,
          message: `trust domain ${JSON.stringify(domain)} is none of the mesh's (${[...new Set(known)].join(", ")})`,
          // Without its configuration nothing is known of what the mesh calls itself.
          level: config.known ? "warning" : "info",
        };
      }
    }
  },
});
