import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";

const root = path.resolve(__dirname, "../..");
const folders = ["analysis", "arguments", "components", "schemas", "stack", "testing"];

/** Files outside `values/` whose patterns read no value that a user writes, and what they read. */
const others: Record<string, string> = {
  "analysis/objects/cel-values.ts": "names of fields, which CEL writes otherwise",
  "analysis/objects/path.ts": "paths in messages",
  "analysis/objects/rule-words.ts": "white space in the rules of definitions",
  "analysis/objects/scalars.ts": "patterns that the definitions bring along",
  "components/observability/kiali-config.ts": "Kiali's own configuration file",
  "arguments/argument-path.ts": "paths in messages",
  "arguments/argument-value.ts": "the words of a message",
  "arguments/problems-found.ts": "lines of a stack trace",
  "arguments/written-names.ts": "paths in messages",
  "stack/application-args.ts": "paths in messages",
  "stack/mirror.ts": "an address that the component checks: a stack has the public entry alone",
};

/** Paths of fields and of arguments, by which the mistakes of an object are told of its component. */
const ofFields = new RegExp(
  [
    String.raw`^/(?:\^|\\b)?\(?(?:\?:)?(?:(?:spec|metadata)\b|provider\\\.|ports\\\[)`,
    String.raw`^/\^?\(?\\\.\(?(?:customTags|match|operation|port|source|tagOverrides|tls|when)\b`,
  ].join("|"),
);

/** Patterns of a source, as they are written. */
function patterns(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const made =
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      node.expression.getText() === "RegExp";
    if (made || node.kind === ts.SyntaxKind.RegularExpressionLiteral) {
      found.push(node.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

const grammars = (file: string, text: string): string[] =>
  patterns(file, text).filter((pattern) => !ofFields.test(pattern));

const sources = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file}`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts")),
);

describe("one grammar, one place", () => {
  const found = sources.flatMap((file) => {
    const own = grammars(file, readFileSync(path.join(root, file), "utf8"));
    return own.length === 0 ? [] : [{ file, own }];
  });

  it("finds patterns, however they are written", () => {
    const text = 'const a = /^[a-z]+$/; const b = new RegExp("x"); RegExp("y"); const c = "/^d$/";';
    assert.deepEqual(grammars("a.ts", text), ["/^[a-z]+$/", 'new RegExp("x")', 'RegExp("y")']);
  });

  it("takes no path of a field for one", () => {
    const paths = String.raw`[/^spec\.host$/, /^(spec|metadata)\./, /\.match(?=\.)/, /^\.(tls|port)/]`;
    assert.deepEqual(grammars("a.ts", paths), []);
    const values = String.raw`[/^special$/, /\.svc$/, /^(tls|https)$/, /^\.portal/]`;
    assert.equal(grammars("a.ts", values).length, 4);
  });

  it("has the grammars of values in values/ alone", () => {
    const misplaced = found
      .filter(({ file }) => others[file] === undefined)
      .map(({ file, own }) => `${file}: ${own.join(", ")}`);
    assert.deepEqual(misplaced, []);
  });

  it("excepts no file that has no patterns", () => {
    const own = found.map(({ file }) => file);
    assert.deepEqual(
      Object.keys(others).filter((file) => !own.includes(file)),
      [],
    );
  });
});
