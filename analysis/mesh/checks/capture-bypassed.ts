import { check } from "../check";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { hasSelector } from "../model/policies";

const bypass = "ambient.istio.io/bypass-inbound-capture";

const objects = (value: string): string => `apiVersion: v1
kind: Namespace
metadata: {name: reef, labels: {istio.io/dataplane-mode: ambient}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: coral, namespace: reef}
spec:
  template:
    metadata: {labels: {app: coral}, annotations: {${bypass}: "${value}"}}
    spec: {containers: [{name: coral}]}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: coral, namespace: reef}
spec:
  selector:
    matchLabels: {app: coral} # found
  rules: [{from: [{source: {namespaces: [reef]}}]}]
`;

/** A policy for Pods whose callers go past ztunnel. */
export const captureBypassed = check({
  id: "capture-bypassed",
  code: "MESH0248",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy, Kind.PeerAuthentication],
  summary: "A policy is for ambient Pods that let what comes in go past ztunnel.",
  why: "Who sends plain text reaches the application straight: nobody enforces the policy.",
  fix: `Take annotation ${bypass} from the Pods, or keep others out by a NetworkPolicy.`,
  url: "https://istio.io/latest/docs/reference/config/annotations/#AmbientBypassInboundCapture",
  fires: objects("true"),
  silent: objects("false").replace(" # found", ""),
  *run(policy, mesh) {
    const open = hasSelector(policy.spec)
      ? mesh
          .chosenBy(policy)
          .filter(({ mode, annotations }) => mode === "ambient" && annotations[bypass] === "true")
      : [];
    const [first] = open;
    if (first) {
      yield {
        path: "spec.selector.matchLabels",
        message: `what comes in to ${objectWords(first.source.id)} in plain text goes past ztunnel, as annotation ${bypass} says: nobody enforces this there`,
        related: open.map(({ source }) => source.id),
      };
    }
  },
});
