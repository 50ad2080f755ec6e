import assert from "node:assert/strict";
import * as path from "node:path";
import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import * as ts from "typescript";
import * as mesh from "../../components";
import { componentCases } from "../support/component-case";

const root = path.resolve(__dirname, "../..");
const classes = Object.entries(mesh)
  .filter(([, value]) => typeof value === "function")
  .map(([name]) => name);

describe("component rule 4: other languages can be served later", () => {
  let components: ReturnType<Analyzer["analyze"]>["components"];
  before(function () {
    this.timeout(60_000);
    const entry = { name: "istio-mesh", main: "components/index.ts" };
    components = new Analyzer(root, "istio-mesh", entry, new Set(classes)).analyze().components;
  });

  it("finds every component", () => {
    assert.deepEqual(Object.keys(components).sort(), [...classes].sort());
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
  const interfaces = documentedInterfaces();

  it("covers every component's arguments", () => {
    for (const name of classes) {
      assert.ok(interfaces.has(`${name}Args`), name);
    }
  });

  for (const [name, members] of interfaces) {
    it(`says of every member of ${name} what it means, and of optional ones the default`, () => {
      for (const { member, text, optional, hasDefault } of members) {
        assert.ok(text.length > 10, `${name}.${member} has no documentation`);
        assert.equal(hasDefault, optional, `${name}.${member} and @default`);
      }
    });
  }
});

/** Members of all interfaces that `components/index.ts` exports. */
function documentedInterfaces() {
  const entry = path.join(root, "components/index.ts");
  const program = ts.createProgram([entry], { noResolve: false, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  const found = new Map<
    string,
    { member: string; text: string; optional: boolean; hasDefault: boolean }[]
  >();
  for (const exported of module ? checker.getExportsOfModule(module) : []) {
    const symbol =
      exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    if (symbol.flags & ts.SymbolFlags.Interface) {
      // Members that come from Pulumi are documented there.
      const members = checker
        .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
        .filter((member) =>
          member.declarations?.some(
            ({ parent }) => !/node_modules/.test(parent.getSourceFile().fileName),
          ),
        );
      found.set(
        symbol.name,
        members.map((member) => ({
          member: member.name,
          text: ts.displayPartsToString(member.getDocumentationComment(checker)),
          optional: Boolean(member.flags & ts.SymbolFlags.Optional),
          hasDefault: member.getJsDocTags().some(({ name }) => name === "default"),
        })),
      );
    }
  }
  return found;
}
