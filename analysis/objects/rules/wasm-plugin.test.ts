import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { wasmPluginRules } from "./wasm-plugin";

const plugin = { url: "oci://a.example/b" };

const cases: RuleCase[] = [
  ["an empty selector", { ...plugin, selector: {} }, ["warning spec.selector"]],
  [
    "a selector of no labels",
    { ...plugin, selector: { matchLabels: {} } },
    ["warning spec.selector"],
  ],
  ["a selector", { ...plugin, selector: { matchLabels: { a: "b" } } }, []],
  ["an unknown selector", { ...plugin, selector: unknown }, []],
  ["unknown labels", { ...plugin, selector: { matchLabels: unknown } }, []],
  ["an unknown spec", unknown, []],
  ["no spec", undefined, []],
  [
    "another kind of target",
    { ...plugin, targetRefs: [{ kind: "Pod", name: "a" }] },
    ["error spec.targetRefs[0].kind"],
  ],
  ["a target", { ...plugin, targetRefs: [{ kind: "Service", name: "a" }] }, []],

  ["a plugin", { ...plugin, pluginName: "é".repeat(128), imagePullSecret: "a".repeat(253) }, []],
  ["a long name", { ...plugin, pluginName: "é".repeat(129) }, ["error spec.pluginName"]],
  [
    "a long secret",
    { ...plugin, imagePullSecret: "é".repeat(127) },
    ["error spec.imagePullSecret"],
  ],
  [
    "a long name of a variable",
    { ...plugin, vmConfig: { env: [{ name: "a" }, { name: "é".repeat(129) }] } },
    ["error spec.vmConfig.env[1].name"],
  ],
  [
    "unknown values",
    { url: unknown, pluginName: unknown, imagePullSecret: unknown, vmConfig: unknown },
    [],
  ],
  ["unknown variables", { ...plugin, vmConfig: { env: [unknown, { name: unknown }] } }, []],
];

ruleCases(
  "rules of WasmPlugin",
  { rules: wasmPluginRules, apiVersion: "extensions.istio.io/v1alpha1", kind: "WasmPlugin" },
  cases,
);
