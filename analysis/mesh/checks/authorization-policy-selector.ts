import { check } from "../check";
import { choosesNothing } from "../chosen";
import { Kind } from "../kinds";

/** An AuthorizationPolicy that chooses no workload of the mesh. */
export const authorizationPolicySelector = check({
  id: "authorization-policy-selector",
  code: "IST0127",
  aliases: ["KIA0004"],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary: "An AuthorizationPolicy is for no workload of the mesh.",
  why: "Nothing enforces it: what it denies is open, and what it allows was open anyway.",
  fix: "Write the labels of the Pods into the selector, and enrol their namespace.",
  url: "https://istio.io/latest/docs/reference/config/analysis/ist0127/",
  fires: `apiVersion: apps/v1
kind: Deployment
metadata: {name: payments, namespace: pay}
spec:
  template:
    metadata: {labels: {app: payments, tier: api}}
    spec: {containers: [{name: payments}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: payments, namespace: pay}
spec:
  action: DENY
  selector:
    matchLabels: {app: payment} # found
  rules: [{from: [{source: {notNamespaces: [pay]}}]}]
---
apiVersion: v1
kind: Namespace
metadata: {name: plain}
---
apiVersion: v1
kind: Pod
metadata: {name: solo, namespace: plain, labels: {app: solo}}
spec: {containers: [{name: solo}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: solo
  namespace: plain # found
spec: {rules: [{from: [{source: {namespaces: [pay]}}]}]}
`,
  silent: `apiVersion: apps/v1
kind: DaemonSet
metadata: {name: agent, namespace: watch, labels: {app: collector}}
spec:
  template:
    metadata: {labels: {app: agent}}
    spec: {containers: [{name: agent}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: agent, namespace: watch}
spec:
  selector: {matchLabels: {app: agent}}
  rules: [{from: [{source: {namespaces: [watch]}}]}]
`,
  *run(policy, mesh) {
    yield* choosesNothing(policy, mesh);
  },
});
