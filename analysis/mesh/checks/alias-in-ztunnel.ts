import { ownTrustDomain, trustDomainOf } from "../../../values/principal";
import { check, type Level } from "../check";
import { Kind } from "../kinds";
import { namedPrincipals } from "../model/policy-values";
import { reachesZtunnel } from "../model/ztunnel-policies";
import { behindZtunnel } from "../waypoint-needed";
import { quoted } from "../words";

/** A policy for ztunnel with identities of the mesh that are written by another of its names. */
export const aliasInZtunnel = check({
  id: "alias-in-ztunnel",
  code: "MESH0331",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy that ztunnel follows names the mesh's trust domain by another of its names.",
  why: "For sidecars, gateways and waypoints istiod writes the mesh's own trust domain for `cluster.local` and for each alias. ztunnel compares the text as it is, and workloads have identities of the mesh's own trust domain.",
  fix: "Write the mesh's own trust domain; beside the alias, while there are certificates of both. Or leave it open: serviceAccounts and namespaces name none.",
  url: "https://istio.io/latest/docs/tasks/security/authorization/authz-td-migration/",
  fires: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |
    trustDomain: prod.example.com
---
apiVersion: v1
kind: Namespace
metadata: {name: ledger, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ledger, namespace: ledger}
spec:
  rules:
  - from:
    - source:
        principals: [cluster.local/ns/teller/sa/teller] # found
`,
  silent: `apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data:
  mesh: |
    trustDomain: prod.example.com
    trustDomainAliases: [cluster.local]
---
apiVersion: v1
kind: Namespace
metadata: {name: ledger, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: ledger, namespace: ledger}
spec:
  rules:
  - from:
    - source:
        principals: [cluster.local/ns/teller/sa/teller, prod.example.com/ns/teller/sa/teller]
`,
  *run(policy, mesh) {
    const { trustDomain, trustDomainAliases } = mesh.config;
    const principals = namedPrincipals(policy.spec);
    const written = new Set(principals.map(({ value }) => value));
    const others = new Set([ownTrustDomain, ...trustDomainAliases]);
    others.delete(trustDomain);
    const suspects = principals.flatMap(({ value, path }) => {
      const domain = trustDomainOf(value);
      const own = `${trustDomain}${value.slice(domain.length)}`;
      return others.has(domain) && value !== domain && !written.has(own)
        ? [{ domain, own, path }]
        : [];
    });
    const behind =
      suspects.length > 0 && reachesZtunnel(policy) ? behindZtunnel(policy, mesh) : undefined;
    if (behind === undefined) {
      return;
    }
    for (const { domain, own, path } of suspects) {
      // Who has a certificate from before the change of names keeps the old one until it is renewed.
      const level: Level = trustDomainAliases.includes(domain) ? "warning" : "error";
      yield {
        path,
        message: `ztunnel, which stands before ${behind.words}, takes ${quoted(domain)} as it is written, and the mesh's identities are of ${quoted(trustDomain)}`,
        related: behind.related,
        level,
        ...(level === "error" && { fix: { path, value: own } }),
      };
    }
  },
});
