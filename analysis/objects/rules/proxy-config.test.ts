import assert from "node:assert/strict";
import { unknown } from "../mesh-object";
import { proxyConfigRules } from "./proxy-config";

/** A spec, and what is found in it as "level path". */
type Case = [name: string, spec: unknown, found: string[]];

const cases: Case[] = [
  ["an empty selector", { selector: {} }, ["warning spec.selector"]],
  ["a selector of no labels", { selector: { matchLabels: {} } }, ["warning spec.selector"]],
  ["a selector", { selector: { matchLabels: { a: "b" } } }, []],
  ["an unknown selector", { selector: unknown }, []],
  ["unknown labels", { selector: { matchLabels: unknown } }, []],
  ["an unknown spec", unknown, []],
  ["no spec", undefined, []],
];

describe("rules of ProxyConfig", () => {
  for (const [name, spec, expected] of cases) {
    it(`${name}: ${expected.length === 0 ? "passes" : expected.join(", ")}`, () => {
      const found = proxyConfigRules({
        apiVersion: "networking.istio.io/v1beta1",
        kind: "ProxyConfig",
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
