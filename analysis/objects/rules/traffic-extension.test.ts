import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { trafficExtensionRules } from "./traffic-extension";

const lua = (inlineCode: unknown) => ({ lua: { inlineCode } });

const cases: RuleCase[] = [
  ["an empty selector", { ...lua("a"), selector: {} }, ["warning spec.selector"]],
  [
    "a selector of no labels",
    { ...lua("a"), selector: { matchLabels: {} } },
    ["warning spec.selector"],
  ],
  ["a selector", { ...lua("a"), selector: { matchLabels: { a: "b" } } }, []],
  ["an unknown selector", { ...lua("a"), selector: unknown }, []],
  ["unknown labels", { ...lua("a"), selector: { matchLabels: unknown } }, []],
  ["an unknown spec", unknown, []],
  ["no spec", undefined, []],
  [
    "another kind of target",
    { ...lua("a"), targetRefs: [{ kind: "Pod", name: "a" }] },
    ["error spec.targetRefs[0].kind"],
  ],
  ["a target", { ...lua("a"), targetRefs: [{ kind: "Service", name: "a" }] }, []],

  ["code", lua("é".repeat(32768)), []],
  ["long code", lua("é".repeat(32769)), ["error spec.lua.inlineCode"]],
  ["a plugin", { wasm: { url: "a", pluginName: "é".repeat(128) } }, []],
  [
    "a long name",
    { wasm: { url: "a", pluginName: "é".repeat(129) } },
    ["error spec.wasm.pluginName"],
  ],
  [
    "a long name of a variable",
    { wasm: { url: "a", vmConfig: { env: [{ name: "é".repeat(129) }] } } },
    ["error spec.wasm.vmConfig.env[0].name"],
  ],
  ["unknown code", lua(unknown), []],
  ["an unknown plugin", { wasm: unknown }, []],
];

ruleCases(
  "rules of TrafficExtension",
  {
    rules: trafficExtensionRules,
    apiVersion: "extensions.istio.io/v1alpha1",
    kind: "TrafficExtension",
  },
  cases,
);
