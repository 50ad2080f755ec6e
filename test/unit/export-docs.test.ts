import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";

const root = path.resolve(__dirname, "../..");
const folders = ["analysis", "arguments", "components", "stack", "testing", "values"];

/** An exported declaration; a variable stands for its statement, where its comment is. */
interface Exported {
  name: string;
  statement: ts.Statement;
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const { name } = statement as ts.DeclarationStatement;
  return [name?.getText() ?? "default"];
}

const exportsOf = (source: ts.SourceFile): Exported[] =>
  source.statements
    .filter(isExported)
    .flatMap((statement) => namesOf(statement).map((name) => ({ name, statement })));

const isDocumented = ({ statement }: Exported): boolean =>
  ts
    .getJSDocCommentsAndTags(statement)
    .some((doc) => ts.isJSDoc(doc) && ts.getTextOfJSDocComment(doc.comment)?.trim());

/** `file:line name` of what has no comment; a value and its type of the same name share one. */
function undocumented(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const all = exportsOf(source);
  const documented = new Set(all.filter(isDocumented).map(({ name }) => name));
  return all
    .filter(({ name }) => !documented.has(name))
    .map(({ name, statement }) => {
      const { line } = source.getLineAndCharacterOfPosition(statement.getStart());
      return `${file}:${line + 1} ${name}`;
    });
}

const isGenerated = (text: string): boolean => text.startsWith("// Written by scripts/");

const sources = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file}`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts")),
);

describe("what modules export", () => {
  it("is found without a comment, whatever it is", () => {
    const text = [
      "export const a = 1, b = 2;",
      "export function c() {}",
      "export abstract class D {}",
      "export interface E {}",
      "/** */",
      "export type F = string;",
      "// Of no use to an editor.",
      "export enum G {}",
      "export default class {}",
    ].join("\n");
    assert.deepEqual(undocumented("x.ts", text), [
      "x.ts:1 a",
      "x.ts:1 b",
      "x.ts:2 c",
      "x.ts:3 D",
      "x.ts:4 E",
      "x.ts:6 F",
      "x.ts:8 G",
      "x.ts:9 default",
    ]);
  });

  it("needs one comment for a value and its type, and none where another module declares it", () => {
    const text = [
      "/** What is split. */",
      'export const Kind = { Http: "http" } as const;',
      "export type Kind = (typeof Kind)[keyof typeof Kind];",
      'export { other } from "./other";',
      'export * from "./more";',
      "const own = 1;",
    ].join("\n");
    assert.deepEqual(undocumented("x.ts", text), []);
  });

  it("says what it is for", () => {
    const missing = sources.flatMap((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      return isGenerated(text) ? [] : undocumented(file, text);
    });
    assert.deepEqual(missing, []);
  });
});
