/** As editors read it (https://json-schema.org). */
export interface JsonSchema {
  description?: string;
  type?: "object" | "array" | "string" | "number" | "boolean";
  enum?: readonly unknown[];
  anyOf?: readonly JsonSchema[];
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  patternProperties?: Readonly<Record<string, JsonSchema>>;
  additionalProperties?: boolean | JsonSchema;
  $ref?: string;
}
