import assert from "node:assert/strict";
import { packageSchema } from "../../schemas/package-schema-store";
import { componentCases, componentClasses } from "../support/component-case";

const { resources, types } = packageSchema();
const token = (component: string) => `istio-mesh:index:${component}`;

describe("the schema for programs in other languages", () => {
  it("has every component", () => {
    assert.deepEqual(Object.keys(resources), [...componentClasses].sort().map(token));
  });

  for (const { component, outputs } of componentCases) {
    it(`has the outputs of ${component}`, () => {
      assert.deepEqual(Object.keys(resources[token(component)]?.properties ?? {}).sort(), outputs);
    });
  }

  it("has every type that it refers to, and no other", () => {
    const refers = JSON.stringify({ resources, types }).matchAll(/"#\/types\/([^"]+)"/g);
    const names = new Set([...refers].map(([, name]) => name));
    assert.deepEqual([...names].sort(), Object.keys(types).sort());
  });
});
