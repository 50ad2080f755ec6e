import type { ArgumentType, ArgumentValue } from "../../schemas/argument-schema";
import type {
  PackageComponent,
  PackageProperty,
  PackageSchema,
  PackageType,
} from "../../schemas/package-schema";
import type { DescribedClass, DescribedOutput } from "./class-outputs";
import type { DescribedField, DescribedSchema } from "./describe";

type Fields = Readonly<Record<string, DescribedField>>;
type Definitions = DescribedSchema["definitions"];

const any: PackageType = { $ref: "pulumi.json#/Any" };

const plainTypes: Readonly<Record<string, PackageType>> = {
  text: { type: "string" },
  number: { type: "number" },
  boolean: { type: "boolean" },
  open: any,
};

const token = (name: string): string => `istio-mesh:index:${name}`;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Two interfaces of one name are told apart by their file, for which a token has no room as it is. */
const typeName = (definition: string): string =>
  definition.replace("-args/", "-").split("-").map(capital).join("");

/** A type as it stands in a package; of what no argument refers to, anything is known. */
function packageType(
  type: ArgumentType,
  definitions: Definitions,
  part: (value: ArgumentValue) => PackageType,
): PackageType {
  if (typeof type === "string") {
    return plainTypes[type] ?? any;
  }
  if ("enum" in type) {
    return { type: "string" };
  }
  if ("list" in type) {
    return { type: "array", items: part(type.list) };
  }
  if ("map" in type) {
    return { type: "object", additionalProperties: part(type.map) };
  }
  if ("ref" in type) {
    return definitions[type.ref] ? { $ref: `#/types/${token(typeName(type.ref))}` } : any;
  }
  throw new Error(`a package has no room for ${JSON.stringify(type)}`);
}

/** Without `input` a value decides which objects there are, and is needed when the program runs. */
function inputType({ type, input }: ArgumentValue, definitions: Definitions): PackageType {
  const written = packageType(type, definitions, (value) => inputType(value, definitions));
  return input || written.$ref === any.$ref ? written : { ...written, plain: true };
}

const outputType = (type: ArgumentType, definitions: Definitions): PackageType =>
  packageType(type, definitions, (value) => outputType(value.type, definitions));

const words = (type: ArgumentType): string[] =>
  typeof type === "object" && "enum" in type
    ? [`One of ${type.enum.map((word) => `\`${word}\``).join(", ")}.`]
    : [];

function description({ doc, type }: DescribedField | DescribedOutput): string {
  const { default: absent } = doc;
  const without = absent === undefined ? [] : [`Default: ${absent.replace(/^- /, "")}.`];
  return [doc.text, ...words(type), ...without].filter(Boolean).join(" ");
}

const inputProperty = (field: DescribedField, definitions: Definitions): PackageProperty => ({
  description: description(field),
  ...inputType(field, definitions),
  ...(field.secret && { secret: true as const }),
});

const outputProperty = (output: DescribedOutput, definitions: Definitions): PackageProperty => ({
  description: description(output),
  ...outputType(output.type, definitions),
});

const mapped = <T, U>(from: Readonly<Record<string, T>>, to: (one: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(from).map(([name, one]) => [name, to(one)]));

const namesOf = <T>(from: Readonly<Record<string, T>>, chosen: (one: T) => boolean): string[] =>
  Object.keys(from).filter((name) => chosen(from[name] as T));

const needed = (fields: Fields): string[] => namesOf(fields, ({ required }) => required === true);

function component(
  fields: Fields,
  { text, outputs }: DescribedClass,
  definitions: Definitions,
): PackageComponent {
  return {
    isComponent: true,
    description: text,
    inputProperties: mapped(fields, (field) => inputProperty(field, definitions)),
    requiredInputs: needed(fields),
    properties: mapped(outputs, (output) => outputProperty(output, definitions)),
    required: namesOf(outputs, ({ optional }) => !optional),
  };
}

/** Names of the types in what is written of `from`. */
function refersTo(from: unknown): string[] {
  return [...JSON.stringify(from).matchAll(/"#\/types\/([^"]+)"/g)].map(([, name = ""]) => name);
}

/** The types among `all` that `from` refers to, and that those refer to. */
function reached<T>(from: unknown, all: Readonly<Record<string, T>>): Record<string, T> {
  const found = new Set<string>();
  const next = refersTo(from);
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    if (!found.has(name)) {
      found.add(name);
      next.push(...refersTo(all[name]));
    }
  }
  return Object.fromEntries(Object.entries(all).filter(([name]) => found.has(name)));
}

/** The components as a package of Pulumi's, which programs in other languages use. */
export function packageSchema(
  { roots, definitions }: DescribedSchema,
  classes: Readonly<Record<string, DescribedClass>>,
  { name, description, license }: { name: string; description: string; license: string },
): PackageSchema {
  const resources = Object.fromEntries(
    Object.entries(classes)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([own, described]) => {
        const fields = definitions[roots[own]?.ref ?? ""] ?? {};
        return [token(own), component(fields, described, definitions)];
      }),
  );
  const types = Object.fromEntries(
    Object.entries(definitions).map(([own, fields]) => [
      token(typeName(own)),
      {
        type: "object" as const,
        properties: mapped(fields, (field) => inputProperty(field, definitions)),
        required: needed(fields),
      },
    ]),
  );
  return {
    name,
    description,
    license,
    language: { python: { respectSchemaVersion: true, pyproject: { enabled: true } } },
    resources,
    types: reached(resources, types),
  };
}
