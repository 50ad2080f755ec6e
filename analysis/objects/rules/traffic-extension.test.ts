import assert from "node:assert/strict";
import { unknown } from "../mesh-object";
import { trafficExtensionRules } from "./traffic-extension";

/** A spec, and what is found in it as "level path". */
type Case = [name: string, spec: unknown, found: string[]];

const lua = (inlineCode: unknown) => ({ lua: { inlineCode } });

const cases: Case[] = [
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

describe("rules of TrafficExtension", () => {
  for (const [name, spec, expected] of cases) {
    it(`${name}: ${expected.length === 0 ? "passes" : expected.join(", ")}`, () => {
      const found = trafficExtensionRules({
        apiVersion: "extensions.istio.io/v1alpha1",
        kind: "TrafficExtension",
        metadata: { name: "a", namespace: "shop" },
        spec,
      });
      assert.deepEqual(
        found.map(({ level, path }) => `${level} ${path}`),
        expected,
      );
    });
  }
});
