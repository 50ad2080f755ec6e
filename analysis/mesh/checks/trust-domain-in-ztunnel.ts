import { check } from "../check";
import { Kind } from "../kinds";
import { reachesZtunnel } from "../model/ztunnel-policies";
import { droppedTrustDomains, holdsForNobody, unseenConditions } from "../model/ztunnel-rules";
import { behindZtunnel } from "../waypoint-needed";

/** A policy for ztunnel that names trust domains, which are left out for it. */
export const trustDomainInZtunnel = check({
  id: "trust-domain-in-ztunnel",
  code: "MESH0327",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy that ztunnel follows names trust domains of sources.",
  why: "istiod leaves them out for ztunnel and says nothing: the source is one of any trust domain, and where it says nothing else the rule holds for nobody.",
  fix: "Name whole principals, for example `td.example/ns/shop/sa/web`, or attach the policy to a Service with a waypoint by targetRefs.",
  url: "https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: vault, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: keys, namespace: vault}
spec:
  rules:
  - from:
    - source:
        trustDomains: [prod.example.com] # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: vault, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: keys, namespace: vault}
spec:
  rules:
  - from: [{source: {principals: [prod.example.com/ns/web/sa/front]}}]
`,
  *run(policy, mesh) {
    const { action = "ALLOW", rules = [] } = policy.spec;
    if ((action !== "ALLOW" && action !== "DENY") || !reachesZtunnel(policy)) {
      return;
    }
    const unseen = new Set(unseenConditions(policy.spec).map(({ rule }) => rule));
    const dropped = droppedTrustDomains(policy.spec).filter(({ rule }) => !unseen.has(rule));
    const behind = dropped.length === 0 ? undefined : behindZtunnel(policy, mesh);
    if (behind === undefined) {
      return;
    }
    const denies = action === "DENY";
    for (const { path, name, rule } of dropped) {
      const isEmpty = holdsForNobody(rules[rule] ?? {});
      const nobody = denies ? "denies nobody" : "lets nobody in";
      const more = denies
        ? "denies those of every trust domain"
        : "lets in those of every trust domain";
      yield {
        path,
        message: `istiod leaves ${name} out for ztunnel, which stands before ${behind.words}: the rule ${isEmpty ? nobody : more}`,
        related: behind.related,
        level: isEmpty ? "error" : "warning",
      };
    }
  },
});
