import type { AuthorizationPolicySpec } from "../../../schemas/kinds/security/authorization-policy";
import { check } from "../check";
import type { Declared } from "../declared-set";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { reachesZtunnel } from "../model/ztunnel-policies";
import { holdsForNobody, unseenConditions } from "../model/ztunnel-rules";
import { behindZtunnel, isForZtunnelAlone } from "../waypoint-needed";

/** Actions that istiod does not write for ztunnel. */
const unfollowed = new Set(["CUSTOM", "AUDIT"]);

/** What becomes of a rule of which ztunnel knows a part. */
function effectOf({ action, rules = [] }: AuthorizationPolicySpec, rule: number): string {
  if (action !== "DENY") {
    return "the rule lets nobody in";
  }
  return holdsForNobody(rules[rule] ?? {})
    ? "the rule denies nobody"
    : "the rule denies by what else it says, more than it is to";
}

/** Kiali tells once more where the namespace uses no waypoint, which alone looks at requests. */
const aliasesOf = ({ id }: Declared, mesh: Mesh): string[] =>
  mesh.namespaces.get(id.namespace)?.waypoint === undefined ? ["KIA0109", "KIA1317"] : [];

/** A policy about requests that ztunnel is to follow, which sees connections alone. */
export const requestPolicyInZtunnel = check({
  id: "request-policy-in-ztunnel",
  code: "KIA0110",
  aliases: ["KIA0109", "KIA1317"],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy about requests has no targetRefs, and its workloads are ambient.",
  why: "ztunnel sees connections alone: a rule that allows lets nobody in; one that denies does so by what is left of it, and where of a clause nothing is left it denies nobody. It knows no other actions. A waypoint does not follow selectors.",
  fix: "Attach it to a Service by targetRefs, and put a waypoint before that Service.",
  url: "https://istio.io/latest/docs/ambient/usage/l7-features/",
  fires: `apiVersion: v1
kind: Namespace
metadata: {name: blog, labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: gate}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: posts, namespace: blog}
spec:
  template:
    metadata: {labels: {app: posts}}
    spec: {containers: [{name: posts}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: posts, namespace: blog}
spec:
  selector: {matchLabels: {app: posts}}
  rules:
  - from: [{source: {namespaces: [blog]}}]
    to:
    - operation:
        methods: [GET] # found
`,
  silent: `apiVersion: v1
kind: Namespace
metadata: {name: blog, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: posts, namespace: blog}
spec:
  template:
    metadata: {labels: {app: posts}}
    spec: {containers: [{name: posts, ports: [{containerPort: 7000}]}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: posts, namespace: blog}
spec:
  selector: {matchLabels: {app: posts}}
  rules:
  - from: [{source: {namespaces: [blog]}}]
    to: [{operation: {ports: ["7000"]}}]
    when: [{key: source.ip, values: [10.1.0.0/16]}]
`,
  *run(policy, mesh) {
    const { action = "ALLOW" } = policy.spec;
    if (!reachesZtunnel(policy)) {
      return;
    }
    if (unfollowed.has(action)) {
      if (isForZtunnelAlone(policy, mesh)) {
        yield {
          path: "spec.action",
          message: `ztunnel follows no policy of action ${action}`,
          aliases: aliasesOf(policy, mesh),
        };
      }
      return;
    }
    const [first] = unseenConditions(policy.spec);
    const behind = first === undefined ? undefined : behindZtunnel(policy, mesh);
    if (first === undefined || behind === undefined) {
      return;
    }
    yield {
      path: first.path,
      message: `ztunnel, which stands before ${behind.words}, does not look at ${first.name}: ${effectOf(policy.spec, first.rule)}`,
      related: behind.related,
      aliases: aliasesOf(policy, mesh),
    };
  },
});
