import assert from "node:assert/strict";
import {
  argumentsOf,
  choice,
  described,
  mapOf,
  number,
  object,
  optional,
  type Problem,
  text,
} from "./schema";

const schema = object({
  mode: choice({ A: "fast", B: "slow" }),
  nested: optional(object({ size: text(), count: optional(number()) })),
  names: optional(mapOf(text())),
  values: optional(argumentsOf("ThingArgs")),
});

function read(value: unknown) {
  const problems: Problem[] = [];
  const result = schema.read("", value, problems);
  return { result, problems: problems.map(({ path, reason }) => `${path}: ${reason}`) };
}

describe("a schema", () => {
  it("hands good values through as they are, zero and false included", () => {
    const value = {
      mode: "fast",
      nested: { size: "", count: 0 },
      names: { a: "" },
      values: { x: [] },
    };
    assert.deepEqual(read(value), { result: value, problems: [] });
  });

  it("reports everything that is wrong, each with its path", () => {
    const wrong = {
      mode: 2,
      nested: { size: 1, cuont: 1 },
      names: { a: 1 },
      values: [],
      other: 1,
    };
    assert.deepEqual(read(wrong).problems, [
      "other: unknown key; allowed: mode, nested, names, values",
      "mode: is 2; one of fast, slow is expected",
      'nested.cuont: unknown key; allowed: size, count; did you mean "count"?',
      "nested.size: is 1; a text is expected",
      "names.a: is 1; a text is expected",
      "values: is []; a map is expected",
    ]);
  });

  it("says the same to editors", () => {
    assert.deepEqual(schema.json, {
      type: "object",
      additionalProperties: false,
      properties: {
        mode: { enum: ["fast", "slow"] },
        nested: {
          type: "object",
          additionalProperties: false,
          properties: { size: { type: "string" }, count: { type: "number" } },
          required: ["size"],
        },
        names: { type: "object", additionalProperties: { type: "string" } },
        values: { $ref: "#/$defs/ThingArgs" },
      },
      required: ["mode"],
    });
    assert.deepEqual(described("How.", text()).json, { description: "How.", type: "string" });
  });

  it("asks for what is missing and has no default", () => {
    assert.deepEqual(read({}).problems, ["mode: is missing and has no default"]);
  });

  for (const [value, kind] of [
    [null, "nothing"],
    [[], "a list"],
    ["text", "string"],
    [3, "number"],
  ] as const) {
    it(`says that ${JSON.stringify(value)} is no map, and nothing more`, () => {
      assert.deepEqual(read(value).problems, [`: is ${kind}; a map is expected`]);
    });
  }

  it("takes no inherited key for an allowed one", () => {
    assert.match(read({ mode: "fast", toString: 1 }).problems[0] ?? "", /^toString: unknown key/);
  });
});
