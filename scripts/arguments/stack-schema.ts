import { parse } from "yaml";
import type { JsonSchema } from "../../stack/json-schema";
import { configSchema } from "../../stack/stack";
import type { DescribedSchema } from "./describe";
import { interfaceSchemas } from "./json-schema";

/** Interfaces that a schema refers to, as a whole or by one of their fields. */
const interfacesIn = (json: JsonSchema): string[] => [
  ...new Set(
    [...JSON.stringify(json).matchAll(/"#\/\$defs\/(\w+)/g)].flatMap(([, name]) => name ?? []),
  ),
];

/** JSON Schema of a stack file, as far as others of this folder read it. */
export interface StackFileSchema {
  properties: { config: JsonSchema };
  $defs: Readonly<Record<string, JsonSchema>>;
  readonly [keyword: string]: unknown;
}

/** JSON Schema of a stack file, for editors: the configuration of `project` and what else Pulumi reads. */
export function stackFileSchema(schema: DescribedSchema, project: string): StackFileSchema {
  const { properties = {}, required = [] } = configSchema.json;
  const { name } = parse(project);
  const key = (section: string) => `${name}:${section}`;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: `Stack file of ${name}; written by scripts/update-arguments`,
    type: "object",
    required: ["config"],
    properties: {
      config: {
        type: "object",
        properties: Object.fromEntries(
          Object.entries(properties).map(([section, json]) => [key(section), json]),
        ),
        required: required.map(key),
        // Other packages have keys of their own, a wrong one of ours is told.
        patternProperties: { [`^(?!${name}:).+:.+$`]: {} },
        additionalProperties: false,
      },
    },
    $defs: interfaceSchemas(schema, interfacesIn(configSchema.json)),
  };
}
