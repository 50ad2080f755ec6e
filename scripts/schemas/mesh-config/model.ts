import { Enum, type Field, MapField, Type } from "protobufjs";
import type { FieldShape, MeshConfigShape } from "../../../schemas/mesh-config-shape";
import { leftOut } from "./left-out";
import { limits } from "./limits";
import { fieldTypes, typeNames } from "./names";
import type { TypeWords } from "./type-words";
import { typeWords } from "./words";

/** A field as it is in a generated type. */
export interface ModelField {
  name: string;
  doc: string;
  /** In TypeScript. */
  type: string;
  shape: FieldShape;
}

/** A generated type, with the fields of its base in `inherited`. */
export interface ModelType extends Pick<TypeWords, "text" | "base"> {
  name: string;
  fields: ModelField[];
  inherited: ModelField[];
}

/** As it is written in YAML: `_` is nowhere in it. */
const jsonName = ({ name }: Field): string => name.replaceAll("_", "");

/** The longest end of a message's name that has a name of its own here, or the last word. */
function typeOf(message: Type): string {
  const parts = message.fullName.split(".");
  const ends = parts.map((_, i) => parts.slice(i).join("."));
  return typeNames[ends.find((end) => typeNames[end] !== undefined) ?? ""] ?? message.name;
}

const typeOfField = (owner: string, field: Field, message: Type): string =>
  fieldTypes[`${owner}.${jsonName(field)}`] ?? typeOf(message);

const wellKnown: Readonly<Record<string, { type: string; shape: FieldShape }>> = {
  bool: { type: "boolean", shape: "flag" },
  string: { type: "string", shape: "text" },
  double: { type: "number", shape: "count" },
  int32: { type: "number", shape: "count" },
  uint32: { type: "number", shape: "count" },
  ".google.protobuf.BoolValue": { type: "boolean", shape: "flag" },
  ".google.protobuf.DoubleValue": { type: "number", shape: "count" },
  ".google.protobuf.Duration": { type: "string", shape: "time" },
  ".google.protobuf.Int32Value": { type: "number", shape: "count" },
  ".google.protobuf.UInt32Value": { type: "number", shape: "count" },
};

function scalarOf(field: Field): { type: string; shape: FieldShape } | undefined {
  if (field.resolvedType instanceof Enum) {
    // What an enum has for "not set" is no word to write.
    const words = Object.keys(field.resolvedType.values).filter(
      (word) => !/UNSPECIFIED|UNDEFINED/.test(word),
    );
    return { type: "string", shape: words };
  }
  const known = wellKnown[field.resolvedType?.fullName ?? field.type];
  return known?.type === "number" && /^port$|Port$/.test(field.name)
    ? { ...known, shape: "port" }
    : known;
}

function described(owner: string, field: Field): Pick<ModelField, "type" | "shape"> {
  const scalar = scalarOf(field);
  if (scalar) {
    const { type } = scalar;
    if (field instanceof MapField) {
      return { type: `{ [key: string]: pulumi.Input<${type}> }`, shape: "any" };
    }
    return field.repeated
      ? { type: `pulumi.Input<${type}>[]`, shape: "any" }
      : { type: `pulumi.Input<${type}>`, shape: scalar.shape };
  }
  const message = field.resolvedType;
  if (message?.fullName === ".google.protobuf.Struct") {
    return { type: "{ [key: string]: any }", shape: "any" };
  }
  if (!(message instanceof Type)) {
    throw new Error(`${owner}.${field.name} is of the type ${field.type}, which is not known here`);
  }
  const name = typeOfField(owner, field, message);
  if (field instanceof MapField) {
    return { type: `{ [key: string]: ${name} }`, shape: "any" };
  }
  return field.repeated
    ? { type: `${name}[]`, shape: { each: name } }
    : { type: name, shape: { fields: name } };
}

/** Messages by the type that they are here, from the top down. */
function messages(top: Type): Map<string, Type[]> {
  const found = new Map<string, Type[]>();
  const visit = (name: string, message: Type): void => {
    const known = found.get(name) ?? [];
    if (known.includes(message) || typeWords[name] === undefined) {
      return;
    }
    found.set(name, [...known, message]);
    for (const field of message.fieldsArray) {
      const { resolvedType } = field.resolve();
      if (resolvedType instanceof Type && isTaken(name, jsonName(field))) {
        visit(typeOfField(name, field, resolvedType), resolvedType);
      }
    }
  };
  visit(typeOf(top), top);
  return found;
}

/** The type and those that it has the fields of. */
const withBases = (name: string): string[] => {
  const base = typeWords[name]?.base;
  return base === undefined ? [name] : [name, ...withBases(base)];
};

const isTaken = (type: string, field: string): boolean =>
  withBases(type).some((name) => typeWords[name]?.fields[field] !== undefined);

/** What the types, or the reasons not to have a field, have to be told. */
function complaints(found: Map<string, Type[]>): string[] {
  const own = [...found].flatMap(([type, list]) =>
    list.flatMap((message) =>
      message.fieldsArray
        .filter((field) => !field.options?.deprecated)
        .map((field) => ({ type, field: jsonName(field) })),
    ),
  );
  const all = new Set(own.map(({ type, field }) => `${type}.${field}`));
  return [
    ...own
      .filter(
        ({ type, field }) => !isTaken(type, field) && leftOut[`${type}.${field}`] === undefined,
      )
      .map(({ type, field }) => `${type}.${field} has neither words nor a reason to leave it out`),
    ...Object.keys(leftOut)
      .filter((path) => !all.has(path) || isTaken(...(path.split(".") as [string, string])))
      .map((path) => `${path} is left out, and is no field or is taken`),
  ];
}

/** All types below the mesh config, in the order of their words. */
export function modelOf(top: Type): ModelType[] {
  const found = messages(top);
  const wrong = complaints(found);
  const heirs = (name: string) =>
    [...found].filter(([type]) => withBases(type).includes(name)).flatMap(([, list]) => list);
  const fieldsOf = (name: string): ModelField[] =>
    Object.entries(typeWords[name]?.fields ?? {}).flatMap(([field, doc]) => {
      const declared = heirs(name)
        .flatMap(({ fieldsArray }) => fieldsArray)
        .find((one) => jsonName(one) === field);
      if (!declared) {
        wrong.push(`${name}.${field} has words, and is no field`);
        return [];
      }
      const { type, shape } = described(name, declared);
      return [{ name: field, doc, type, shape: limits[`${name}.${field}`] ?? shape }];
    });
  const types = Object.entries(typeWords).map(([name, { text, base }]) => ({
    name,
    text,
    ...(base !== undefined && { base }),
    fields: fieldsOf(name),
    inherited: withBases(name).slice(1).flatMap(fieldsOf),
  }));
  if (wrong.length > 0) {
    throw new Error([...new Set(wrong)].join("\n"));
  }
  return types;
}

/** The same for the check of a program's settings. */
export const shapeOf = (types: readonly ModelType[]): MeshConfigShape =>
  Object.fromEntries(
    types.map(({ name, fields, inherited }) => [
      name,
      Object.fromEntries([...inherited, ...fields].map((field) => [field.name, field.shape])),
    ]),
  );
