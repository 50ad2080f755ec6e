import { check } from "../check";
import { choosesNothing } from "../chosen";
import { Kind } from "../kinds";
import { hasSelector } from "../model/policies";

/** A PeerAuthentication or RequestAuthentication that chooses no workload. */
export const authenticationSelector = check({
  id: "authentication-selector",
  code: "KIA0004",
  aliases: [],
  level: "warning",
  kinds: [Kind.PeerAuthentication, Kind.RequestAuthentication],
  summary: "The selector of a PeerAuthentication or RequestAuthentication chooses no workload.",
  why: "Nothing follows it: connections and tokens are judged as if it were not there.",
  fix: "Write the labels of the Pods into the selector.",
  url: "https://kiali.io/docs/features/validations/#kia0004---no-matching-workload-found-for-the-selector-in-this-namespace",
  fires: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: data, labels: {role: primary}}
spec:
  template:
    metadata: {labels: {app: db}}
    spec: {containers: [{name: db}]}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: db, namespace: data}
spec:
  selector:
    matchLabels: {role: primary} # found
  mtls: {mode: STRICT}
`,
  silent: `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: queue, namespace: jobs}
spec:
  template:
    metadata: {labels: {app: queue, role: primary}}
    spec: {containers: [{name: queue}]}
---
apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: queue, namespace: jobs}
spec:
  selector: {matchLabels: {role: primary}}
  jwtRules: [{issuer: "https://issuer.example.com", jwksUri: "https://issuer.example.com/keys", forwardOriginalToken: true}]
`,
  *run(policy, mesh) {
    if (hasSelector(policy.spec)) {
      yield* choosesNothing(policy, mesh);
    }
  },
});
