import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ArgumentSchema } from "../../schemas/argument-schema";
import { ownProgram } from "../own-program";
import { describeArguments, withoutDocs } from "./describe";

/** What is described of a class that takes `declared`. */
function described(declared: string): ArgumentSchema {
  const folder = mkdtempSync(join(tmpdir(), "arguments-"));
  try {
    const entry = join(folder, "index.ts");
    writeFileSync(
      entry,
      `import type * as pulumi from "@pulumi/pulumi";
       import type { Foreign } from "elsewhere";
       ${declared}
       export class Thing { constructor(name: string, args: ThingArgs) {} }`,
    );
    return withoutDocs(describeArguments(ownProgram(entry), entry));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const fields = (members: string) =>
  described(`export interface ThingArgs {\n${members} }`).definitions.ThingArgs;

describe("the description of arguments", () => {
  const rows: [what: string, member: string, expected: object][] = [
    ["a text that is needed", "a: string", { required: true, type: "text" }],
    ["one that may arrive later", "a?: pulumi.Input<number>", { input: true, type: "number" }],
    [
      "a list whose entries may arrive later",
      "a?: pulumi.Input<string>[]",
      { type: { list: { input: true, type: "text" } } },
    ],
    [
      "a map that may arrive later as a whole",
      "a?: pulumi.Input<{ [key: string]: pulumi.Input<boolean> }>",
      { input: true, type: { map: { input: true, type: "boolean" } } },
    ],
    ["words", 'a?: "x" | "y"', { type: { enum: ["x", "y"] } }],
    [
      "alternatives",
      "a?: string | number[]",
      { type: { union: [{ type: "text" }, { type: { list: { type: "number" } } }] } },
    ],
    ["what a package declares", "a?: Foreign", { type: "open" }],
    ["any value", "a?: any", { type: "open" }],
    ["what absence widens", "/** @narrows */ a?: string", { narrows: true, type: "text" }],
    ["a secret", "/** A key. @secret */ a?: string", { secret: true, type: "text" }],
    ["an old name", "/** @formerly b */ a?: string", { formerly: "b", type: "text" }],
  ];
  for (const [what, member, expected] of rows) {
    it(`knows ${what}`, () => {
      assert.deepEqual(fields(member), { a: expected });
    });
  }

  it("lists the values of an enum object in its order", () => {
    const { definitions } = described(
      `export const Mode = { B: "b", A: "a" } as const;
       export type Mode = (typeof Mode)[keyof typeof Mode];
       export interface ThingArgs { mode: Mode }`,
    );
    assert.deepEqual(definitions.ThingArgs, {
      mode: { required: true, type: { enum: ["b", "a"] } },
    });
  });

  it("puts what an interface extends before its own, which wins", () => {
    const { definitions } = described(
      `interface Base { a: string; b?: string }
       export interface ThingArgs extends Base { b?: number; c?: ThingArgs[] }`,
    );
    assert.deepEqual(definitions.ThingArgs, {
      a: { required: true, type: "text" },
      b: { type: "number" },
      c: { type: { list: { type: { ref: "ThingArgs" } } } },
    });
  });

  it("takes a tag of an interface for all its optional fields", () => {
    const { definitions } = described(
      `/** @narrows */
       interface Match { a: string; b?: string }
       export interface ThingArgs { match?: Match }`,
    );
    assert.deepEqual(definitions.Match, {
      a: { required: true, type: "text" },
      b: { narrows: true, type: "text" },
    });
  });

  it("joins what a function of a group takes", () => {
    const { roots, definitions } = described(
      `export * as group from "./index";
       export interface Name { name: string }
       export interface Rest { path: string }
       export function make(args: Name & Partial<Rest>): void {}
       export interface ThingArgs {}`,
    );
    assert.deepEqual(roots["group.make"], { ref: "group.make" });
    assert.deepEqual(definitions["group.make"], {
      name: { required: true, type: "text" },
      path: { type: "text" },
    });
  });

  it("refuses a type that it does not understand", () => {
    assert.throws(() => fields("a?: keyof Foreign"), /no type of an argument/);
  });
});
