import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { peerAuthenticationRules } from "./peer-authentication";

const cases: RuleCase[] = [
  ["an empty selector", { selector: {} }, ["warning spec.selector"]],
  ["a selector of no labels", { selector: { matchLabels: {} } }, ["warning spec.selector"]],
  ["a selector", { selector: { matchLabels: { a: "b" } } }, []],
  ["an unknown selector", { selector: unknown }, []],
  ["unknown labels", { selector: { matchLabels: unknown } }, []],
  ["an unknown spec", unknown, []],
  ["no spec", undefined, []],
];

ruleCases(
  "rules of PeerAuthentication",
  {
    rules: peerAuthenticationRules,
    apiVersion: "security.istio.io/v1",
    kind: "PeerAuthentication",
  },
  cases,
);
