import { parse } from "yaml";
import { configSchema } from "../../stack/stack";
import type { DescribedSchema } from "./describe";
import { interfaceSchemas } from "./json-schema";

/** JSON Schema of a stack file, for editors: the configuration of `project` and what else Pulumi reads. */
export function stackFileSchema(schema: DescribedSchema, project: string): object {
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
    $defs: interfaceSchemas(schema, ["ControlPlaneArgs", "IngressGatewayArgs", "MeshChecksArgs"]),
  };
}
