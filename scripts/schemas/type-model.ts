import { exclusiveFields } from "../../analysis/objects/fits";
import type { Schema } from "../../schemas/kind-schema";
import { typeNames } from "./type-names";

/** One field of a generated type. */
export interface Field {
  name: string;
  optional: boolean;
  type: string;
  schema: Schema;
  /** Path from the object's top, as in error messages, without indices. */
  path: string;
}

/** A generated type: fields, and groups of fields of which at most one is set. */
export interface ObjectType {
  name: string;
  path: string;
  schema: Schema;
  fields: Field[];
  exclusive: string[][];
}

const pascal = (text: string) =>
  text
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");

function singular(text: string): string {
  if (/(ss|us|tls)$/i.test(text)) {
    return text;
  }
  return text
    .replace(/ies$/, "y")
    .replace(/(ch|x)es$/, "$1")
    .replace(/s$/, "");
}

const isScalar = ({ type }: Schema) => type !== "object" && type !== "array";
const isFreeForm = (schema: Schema) =>
  schema.type === "object" && !schema.properties && typeof schema.additionalProperties !== "object";

/** How a type is written that may arrive later, or may not. */
export type Arriving = (type: string) => string;

/** For values of programs: each may be another resource's output. */
const input: Arriving = (type) => `pulumi.Input<${type}>`;

/** For objects that are there. */
export const plain: Arriving = (type) => type;

/** Plans the types of one specification; equal schemas share a type, called by the shortest path. */
export class TypePlan {
  readonly types: ObjectType[] = [];
  private readonly known = new Map<string, string>();
  private readonly names = new Set<string>();
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly kind: string,
    spec: Schema,
    private readonly arriving: Arriving = input,
  ) {
    this.object(spec, `${kind}Spec`, kind, "spec");
    // Breadth first: the name comes from the shortest path.
    for (let next = this.waiting.shift(); next; next = this.waiting.shift()) {
      next();
    }
  }

  private object(schema: Schema, name: string, stem: string, path: string): string {
    const text = JSON.stringify({ ...schema, default: undefined });
    const known = this.known.get(text);
    if (known !== undefined) {
      return known;
    }
    const wanted = typeNames[this.kind]?.[path] ?? name;
    const own = this.names.has(wanted) ? `${wanted}Fields` : wanted;
    this.known.set(text, own);
    this.names.add(own);
    const type: ObjectType = {
      name: own,
      path,
      schema,
      fields: [],
      exclusive: exclusiveFields(schema),
    };
    this.types.push(type);
    this.waiting.push(() => {
      const required = new Set(schema.required);
      for (const [field, inner] of Object.entries(schema.properties ?? {})) {
        type.fields.push({
          name: field,
          // The API server fills a default in before it asks whether something is missing.
          optional: !required.has(field) || inner.default !== undefined,
          type: this.typeOf(inner, `${stem}${pascal(field)}`, `${path}.${field}`),
          schema: inner,
          path: `${path}.${field}`,
        });
      }
    });
    return own;
  }

  private typeOf(schema: Schema, stem: string, path: string): string {
    const { arriving } = this;
    if (isScalar(schema)) {
      return arriving(scalar(schema));
    }
    if (schema.type === "array") {
      const items = schema.items ?? {};
      return isScalar(items)
        ? arriving(listOf(arriving(scalar(items))))
        : `${this.typeOf(items, singular(stem), path)}[]`;
    }
    if (isFreeForm(schema)) {
      return schema["x-kubernetes-preserve-unknown-fields"]
        ? arriving("{ [key: string]: unknown }")
        : "{ [key: string]: never }";
    }
    if (typeof schema.additionalProperties === "object") {
      const values = schema.additionalProperties;
      return isScalar(values)
        ? arriving(`{ [key: string]: ${arriving(scalar(values))} }`)
        : `{ [key: string]: ${this.typeOf(values, singular(stem), path)} }`;
    }
    return this.object(schema, stem, stem, path);
  }
}

/** A choice of several texts needs brackets before it is a list. */
const listOf = (type: string): string => (/^[^<]* \| /.test(type) ? `(${type})[]` : `${type}[]`);

function scalar(schema: Schema): string {
  if (schema.enum) {
    return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  }
  if (schema["x-kubernetes-int-or-string"]) {
    return "number | string";
  }
  const byType = { integer: "number", number: "number", boolean: "boolean", string: "string" };
  return byType[schema.type as keyof typeof byType] ?? "unknown";
}
