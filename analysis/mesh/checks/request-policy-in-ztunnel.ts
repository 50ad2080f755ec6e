import { check } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { requestConditions } from "../model/request-conditions";
import { ambientlyChosen, isForZtunnelAlone } from "../waypoint-needed";

/** A policy about requests that ztunnel is to follow, which sees connections alone. */
export const requestPolicyInZtunnel = check({
  id: "request-policy-in-ztunnel",
  code: "KIA0110",
  aliases: ["KIA1317"],
  level: "error",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A policy about requests has no targetRefs, and its workloads are ambient.",
  why: "ztunnel sees connections alone: a rule that allows lets nobody in, and one that denies does without it: nobody is denied where that leaves nothing of a source, an operation or a condition. A waypoint does not follow selectors.",
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
    const [first] = requestConditions(policy.spec);
    const [workload] = first === undefined ? [] : ambientlyChosen(policy, mesh);
    if (first === undefined || !(workload || isForZtunnelAlone(policy, mesh))) {
      return;
    }
    const before =
      workload === undefined ? `namespace ${policy.id.namespace}` : objectWords(workload.source.id);
    const then =
      policy.spec.action === "DENY"
        ? "the rule denies without it, or nobody"
        : "the rule lets nobody in";
    yield {
      path: first.path,
      message: `${first.name} is seen in requests alone, and before ${before} stands ztunnel, which sees connections: ${then}`,
      related: workload === undefined ? [] : [workload.source.id],
    };
  },
});
