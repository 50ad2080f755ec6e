import { check } from "../check";
import { Kind } from "../kinds";

const policy = (rules: string): string => `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: vault, namespace: bank}
spec:
  action: ALLOW
  rules:
${rules}`;

/** A rule without conditions, which makes those beside it pointless. */
export const openRule = check({
  id: "open-rule",
  code: "MESH0228",
  aliases: [],
  level: "warning",
  kinds: [Kind.AuthorizationPolicy],
  summary: "A rule that everything fits stands beside rules with conditions.",
  why: "One rule is enough: a policy that allows lets everybody in, and one that denies lets nobody in, whatever its other rules say.",
  fix: "Take the empty rule out, or the others.",
  url: "https://istio.io/latest/docs/reference/config/security/authorization-policy/#Rule",
  fires: policy("  - from: [{source: {namespaces: [bank]}}]\n  - {} # found\n"),
  silent: policy("  - {}\n"),
  *run({ spec }) {
    const { rules = [], action = "ALLOW" } = spec;
    const isOpen = ({ from = [], to = [], when = [] }: (typeof rules)[number]): boolean =>
      [...from, ...to, ...when].length === 0;
    for (const [i, rule] of rules.entries()) {
      if (isOpen(rule) && rules.some((other) => !isOpen(other))) {
        yield {
          path: `spec.rules[${i}]`,
          message: `the rule has no conditions, so that ${action} is for everybody, and those of the other rules mean nothing`,
        };
      }
    }
  },
});
