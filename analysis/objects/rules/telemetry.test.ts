import { type RuleCase, ruleCases } from "../../../test/support/rule-cases";
import { unknown } from "../mesh-object";
import { telemetryRules } from "./telemetry";

const overrides = (tagOverrides: unknown) => ({ metrics: [{ overrides: [{ tagOverrides }] }] });
const logs = (filter: unknown) => ({ accessLogging: [{ filter }] });
const expressionPath = "error spec.accessLogging[0].filter.expression";

const cases: RuleCase[] = [
  ["an empty selector", { selector: {} }, ["warning spec.selector"]],
  ["a selector of no labels", { selector: { matchLabels: {} } }, ["warning spec.selector"]],
  ["a selector", { selector: { matchLabels: { a: "b" } } }, []],
  ["an unknown selector", { selector: unknown }, []],
  ["unknown labels", { selector: { matchLabels: unknown } }, []],
  ["an unknown spec", unknown, []],
  ["no spec", undefined, []],
  [
    "another kind of target",
    { targetRefs: [{ kind: "Pod", name: "a" }] },
    ["error spec.targetRefs[0].kind"],
  ],
  ["a target", { targetRefs: [{ kind: "Service", name: "a" }] }, []],

  ["one tracing", { tracing: [{ providers: [{ name: "a" }] }] }, []],
  ["two tracings", { tracing: [{}, {}] }, ["warning spec.tracing"]],
  [
    "two providers of traces",
    { tracing: [{ providers: [{ name: "a" }, { name: "b" }] }] },
    ["warning spec.tracing[0].providers"],
  ],
  [
    "two providers of logs",
    { accessLogging: [{ providers: [{ name: "a" }, { name: "b" }] }, {}] },
    [],
  ],
  [
    "a tag without name",
    { tracing: [{ customTags: { "": {} } }] },
    ['error spec.tracing[0].customTags[""]'],
  ],
  ["a tag", { tracing: [{ customTags: { a: { literal: { value: "b" } } } }] }, []],

  [
    "an override without name",
    overrides({ "": { value: "a" } }),
    ['warning spec.metrics[0].overrides[0].tagOverrides[""]'],
  ],
  [
    "an override without value",
    overrides({ a: {} }),
    ["error spec.metrics[0].overrides[0].tagOverrides.a.value"],
  ],
  [
    "UPSERT with an empty value",
    overrides({ a: { operation: "UPSERT", value: "" } }),
    ["error spec.metrics[0].overrides[0].tagOverrides.a.value"],
  ],
  ["an override", overrides({ a: { value: "b" }, b: { operation: "REMOVE" } }), []],

  ["a filter of logs without expression", logs({}), [expressionPath]],
  ...["", "a b", "response.code >", "'a"].map(
    (expression): RuleCase => [`filter ${expression}`, logs({ expression }), [expressionPath]],
  ),
  ...["response.code >= 400", "has(a.b) && !c // d", "a.`b-c` == 1"].map(
    (expression): RuleCase => [`filter ${expression}`, logs({ expression }), []],
  ),
  ["logs without filter", { accessLogging: [{}] }, []],

  ["unknown lists", { tracing: unknown, metrics: unknown, accessLogging: unknown }, []],
  ["unknown entries", { tracing: [unknown], metrics: [unknown], accessLogging: [unknown] }, []],
  [
    "unknown values",
    {
      ...overrides({ a: { value: unknown }, b: unknown, c: { operation: unknown } }),
      ...logs({ expression: unknown }),
    },
    [],
  ],
  ["an unknown filter", logs(unknown), []],
];

ruleCases(
  "rules of Telemetry",
  { rules: telemetryRules, apiVersion: "telemetry.istio.io/v1", kind: "Telemetry" },
  cases,
);
