import { check } from "../check";
import { Kind } from "../kinds";
import { isNamedOpen } from "../plainly-open";

/** A policy that is called like one that lets in, and lets nobody in. */
export const allowNothing = check({
  id: "allow-nothing",
  code: "MESH0222",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary: "An AuthorizationPolicy is called like one that allows, and has no rules.",
  why: "ALLOW without rules lets nobody in: all that it is for is shut, unless another policy lets somebody in.",
  fix: "Write `rules: [{}]` to let everybody in; call it otherwise where nobody is to come in.",
  url: "https://istio.io/latest/docs/concepts/security/#allow-nothing-deny-all-and-allow-all-policy",
  fires: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: allow-all # found
  namespace: park
spec:
  selector: {matchLabels: {app: maps}}
`,
  silent: `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: allow-nothing, namespace: park}
spec: {}
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: allow-all, namespace: park}
spec:
  selector: {matchLabels: {app: maps}}
  rules: [{}]
`,
  *run({ id, spec }) {
    const { action = "ALLOW", rules = [] } = spec ?? {};
    if (action === "ALLOW" && rules.length === 0 && isNamedOpen(id.name)) {
      yield {
        path: "metadata.name",
        message: "the policy has no rules, so that it lets nobody in",
      };
    }
  },
});
