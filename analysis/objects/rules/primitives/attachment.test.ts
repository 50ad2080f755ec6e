import { type RuleCase, ruleCases } from "../../../../test/support/rule-cases";
import type { Finding } from "../../finding";
import { unknown } from "../../mesh-object";
import { attachmentFindings, selectorFindings, workloadSelectorFindings } from "./attachment";

/** At `spec`. */
const at =
  (findings: (place: { path: string; value: unknown }) => Finding[]) =>
  (value: unknown): Finding[] =>
    findings({ path: "spec", value });

const selects: RuleCase[] = [
  ["no selector", undefined, []],
  ["an unknown selector", unknown, []],
];

ruleCases("a selector by matchLabels", at(selectorFindings), [
  ...selects,
  ["an empty selector", {}, ["warning spec"]],
  ["a selector of no labels", { matchLabels: {} }, ["warning spec"]],
  ["a selector of labels", { matchLabels: { a: "b" } }, []],
  ["unknown labels", { matchLabels: unknown }, []],
]);

ruleCases("a selector by labels", at(workloadSelectorFindings), [
  ...selects,
  ["an empty selector", {}, ["warning spec"]],
  ["a selector of labels", { labels: { "a.b/c": "d" } }, []],
  ["a wildcard", { labels: { "a*": "b" } }, ['error spec.labels["a*"]']],
  ["an empty key", { labels: { "": "b" } }, ['error spec.labels[""]']],
  ["an unknown label", { labels: { a: unknown } }, []],
  ["unknown labels", { labels: unknown }, []],
]);

const gatewayGroup = "gateway.networking.k8s.io";

ruleCases("what a policy applies to", at(attachmentFindings), [
  ["nothing", {}, []],
  ["an unknown spec", unknown, []],
  ["an empty selector", { selector: {} }, ["warning spec.selector"]],
  ["a Service", { targetRef: { kind: "Service", name: "a" } }, []],
  ["a Service of core", { targetRef: { group: "core", kind: "Service", name: "a" } }, []],
  [
    "a Service of another group",
    { targetRef: { group: "apps", kind: "Service", name: "a" } },
    ["error spec.targetRef.group"],
  ],
  [
    "a Gateway and a GatewayClass",
    {
      targetRefs: [
        { group: gatewayGroup, kind: "Gateway", name: "a" },
        { group: gatewayGroup, kind: "GatewayClass", name: "a" },
      ],
    },
    [],
  ],
  [
    "Istio's Gateway",
    { targetRefs: [{ group: "networking.istio.io", kind: "Gateway", name: "a" }] },
    ["error spec.targetRefs[0].group"],
  ],
  [
    "a ServiceEntry of no group",
    { targetRef: { kind: "ServiceEntry", name: "a" } },
    ["error spec.targetRef.group"],
  ],
  [
    "a ServiceEntry",
    { targetRef: { group: "networking.istio.io", kind: "ServiceEntry", name: "a" } },
    [],
  ],
  [
    "an HTTPRoute",
    { targetRefs: [{ group: gatewayGroup, kind: "HTTPRoute", name: "a" }] },
    ["error spec.targetRefs[0].kind"],
  ],
  ["an unknown kind", { targetRef: { group: "a", kind: unknown, name: "a" } }, []],
  ["an unknown group", { targetRef: { group: unknown, kind: "Gateway", name: "a" } }, []],
  ["unknown targets", { targetRef: unknown, targetRefs: [unknown] }, []],
]);
