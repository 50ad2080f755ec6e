import { check } from "../check";
import { Kind } from "../kinds";
import { hasEmptySelector, isOnTrial } from "../model/ztunnel-policies";
import { behindZtunnel } from "../waypoint-needed";

/** A policy with a selector that says nothing, before whose workloads ztunnel stands. */
export const emptySelectorInZtunnel = check({
  id: "empty-selector-in-ztunnel",
  code: "MESH0330",
  aliases: [],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy has an empty selector, and its workloads are ambient.",
  why: "Sidecars take an empty selector for the whole namespace. istiod hands the policy to ztunnel as one for labels and finds no workload for it: nothing is denied, and who is not allowed comes in.",
  fix: "Leave the selector out.",
  url: "https://istio.io/latest/docs/reference/config/security/authorization-policy/#AuthorizationPolicy",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: archive, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: readers, namespace: archive}
spec:
  selector: {} # found
  rules:
  - from: [{source: {namespaces: [archive]}}]
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: archive, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: readers, namespace: archive}
spec:
  rules:
  - from: [{source: {namespaces: [archive]}}]
`,
  *run(policy, mesh) {
    const { action = "ALLOW" } = policy.spec;
    if ((action !== "ALLOW" && action !== "DENY") || isOnTrial(policy)) {
      return;
    }
    const behind = hasEmptySelector(policy) ? behindZtunnel(policy, mesh) : undefined;
    if (behind !== undefined) {
      const path = "spec.selector";
      yield {
        path,
        message: `ztunnel, which stands before ${behind.words}, takes an empty selector for one that chooses nobody; leave it out for the whole namespace`,
        related: behind.related,
        fix: { path, value: undefined },
      };
    }
  },
});
