import type * as celModule from "@bufbuild/cel";
import type { Schema } from "../../schemas/kind-schema";
import { kubernetesFunctions } from "./cel-library";
import { celValue } from "./cel-values";
import { type Finding, refused } from "./finding";
import { isRecord } from "./fits";
import { holdsUnknown, unknown } from "./mesh-object";
import { entryPath, fieldPath } from "./path";
import { ruleName, ruleWords } from "./rule-words";
import { factsOf } from "./schema-facts";

type Program = (value: celModule.CelInput) => boolean;
type Compiler = (rule: string) => Program;

let loaded: Compiler | undefined | "missing";

/** The rules' language is an optional dependency and takes long to load, so it is loaded when a rule is met. */
function compiler(): Compiler | undefined {
  if (loaded === undefined) {
    loaded = load() ?? "missing";
  }
  return loaded === "missing" ? undefined : loaded;
}

function load(): Compiler | undefined {
  let cel: typeof celModule;
  let strings: readonly celModule.CelFunc[];
  try {
    cel = require("@bufbuild/cel");
    ({ strings } = require("@bufbuild/cel/ext"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") {
      return undefined;
    }
    throw error;
  }
  const env = cel.celEnv({ funcs: [...strings, ...kubernetesFunctions(cel)] });
  const programs = new Map<string, Program>();
  return (rule) => {
    const known = programs.get(rule);
    if (known) {
      return known;
    }
    const evaluate = cel.plan(env, cel.parse(rule));
    // A rule that ends in an error counts as broken, as it does for the API server.
    const program: Program = (self) => evaluate({ self }) === true;
    programs.set(rule, program);
    return program;
  };
}

/** Whether rules can be judged: their language is an optional dependency. */
export const rulesAvailable = (): boolean => compiler() !== undefined;

/** What breaks a rule of the schema. The value has its defaults filled in. */
export function checkRules(schema: Schema, value: unknown, path: string): Finding[] {
  const compile = compiler();
  return compile === undefined ? [] : brokenRules(compile, schema, value, path);
}

function brokenRules(compile: Compiler, schema: Schema, value: unknown, path: string): Finding[] {
  if (!factsOf(schema).rules || value === unknown || value === undefined || value === null) {
    return [];
  }
  return [...ownRules(compile, schema, value, path), ...innerRules(compile, schema, value, path)];
}

function ownRules(compile: Compiler, schema: Schema, value: unknown, path: string): Finding[] {
  // Rules about the old value are for updates.
  const rules = (schema["x-kubernetes-validations"] ?? []).filter(
    ({ rule }) => !rule.includes("oldSelf"),
  );
  if (rules.length === 0 || holdsUnknown(value)) {
    return [];
  }
  const self = celValue(schema, value);
  return rules
    .filter(({ rule }) => !compile(rule)(self))
    .map(({ rule }) => ruleWords(rule))
    .map((words) => refused(path, value, words, ruleName(words)));
}

function innerRules(compile: Compiler, schema: Schema, value: unknown, path: string): Finding[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items
      ? value.flatMap((entry, i) => brokenRules(compile, items, entry, entryPath(path, i)))
      : [];
  }
  if (!isRecord(value)) {
    return [];
  }
  const { properties = {}, additionalProperties } = schema;
  return Object.entries(value).flatMap(([name, field]) => {
    const inner = properties[name] ?? additionalProperties;
    return typeof inner === "object"
      ? brokenRules(compile, inner, field, fieldPath(path, name))
      : [];
  });
}
