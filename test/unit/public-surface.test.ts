import assert from "node:assert/strict";
import * as path from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import { gapText, publicDocs } from "../../scripts/public-docs";
import { componentCases, componentClasses } from "../support/component-case";

const root = path.resolve(__dirname, "../..");

describe("component rule 4: other languages can be served later", () => {
  let components: ReturnType<Analyzer["analyze"]>["components"];
  before(function () {
    this.timeout(60_000);
    const entry = { name: "istio-mesh", main: "components/index.ts" };
    components = new Analyzer(root, "istio-mesh", entry, new Set(componentClasses)).analyze()
      .components;
  });

  it("finds every component", () => {
    assert.deepEqual(Object.keys(components).sort(), [...componentClasses].sort());
  });

  for (const { component, outputs, plain = [], handles = [] } of componentCases) {
    it(`finds only the outputs of ${component} that are meant as such`, () => {
      assert.deepEqual(Object.keys(components[component]?.outputs ?? {}).sort(), outputs);
    });

    it(`rule 2: every scalar of ${component} is an Input, unless it decides which resources exist`, () => {
      const found = Object.entries(components[component]?.inputs ?? {})
        .filter(
          ([, input]) =>
            input.plain &&
            "type" in input &&
            ["string", "number", "boolean"].includes(String(input.type)),
        )
        .map(([input]) => input);
      assert.deepEqual(found.sort(), plain);
    });

    for (const handle of handles) {
      it(`rule 3: ${component} takes ${handle} from another stack`, () => {
        const input = components[component]?.inputs[handle];
        assert.ok(input);
        assert.equal(input.plain, undefined);
      });
    }
  }
});

describe("the documentation in the code", () => {
  const { names, gaps } = publicDocs(root, "components/index.ts");

  it("covers every component's arguments", () => {
    assert.deepEqual(
      componentClasses.filter((name) => !names.has(`${name}Args`)),
      [],
    );
  });

  it("says of everything public what it means, and of optional arguments what holds without", () => {
    assert.deepEqual(gaps.map(gapText), []);
  });

  it("says the same of the test kit's own", () => {
    const own = publicDocs(root, "testing/index.ts").gaps.filter(
      ({ at, name }) => at.startsWith("testing/") && !name.includes("#"),
    );
    assert.deepEqual(own.map(gapText), []);
  });
});
