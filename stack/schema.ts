import { didYouMean } from "../components";
import type { JsonSchema } from "./json-schema";

/** Something that cannot work, and where it stands. */
export interface Problem {
  path: string;
  reason: string;
}

/** Reads a value of unknown shape; what does not fit is added to `problems`. */
export interface Schema<T> {
  /** May the key be left out of its object? */
  optional: boolean;
  /** The same for editors, as far as JSON Schema can say it. */
  json: JsonSchema;
  read(path: string, value: unknown, problems: Problem[]): T;
}

/** Type of the values that a schema lets through. */
export type Value<S> = S extends Schema<infer T> ? T : never;

/** One whose key may be left out. */
export interface OptionalSchema<T> extends Schema<T> {
  optional: true;
}

type Fields = Record<string, Schema<unknown>>;
type OptionalKeys<F> = {
  [K in keyof F]: F[K] extends OptionalSchema<unknown> ? K : never;
}[keyof F];
type ObjectOf<F> = { [K in Exclude<keyof F, OptionalKeys<F>>]: Value<F[K]> } & {
  [K in OptionalKeys<F>]?: Value<F[K]>;
};

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) {
    return "nothing";
  }
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "a map" : typeof value;
};

/** A value of one kind. */
function scalar<T>(
  expected: string,
  json: JsonSchema,
  fits: (value: unknown) => boolean,
): Schema<T> {
  return {
    optional: false,
    json,
    read(path, value, problems) {
      if (!fits(value)) {
        problems.push({
          path,
          reason: `is ${JSON.stringify(value) ?? "missing"}; ${expected} is expected`,
        });
      }
      return value as T;
    },
  };
}

/** A text, an empty one too. */
export const text = () =>
  scalar<string>("a text", { type: "string" }, (value) => typeof value === "string");

/** A number, whole or not. */
export const number = () =>
  scalar<number>("a number", { type: "number" }, (value) => typeof value === "number");

/** One of some texts: which, the component says that gets it, and editors know it too. */
export const choice = <V extends string>(allowed: Readonly<Record<string, V>>) =>
  scalar<V>(
    `one of ${Object.values(allowed).join(", ")}`,
    { enum: Object.values(allowed) },
    (value) => typeof value === "string",
  );

/**
 * A component's arguments, by the name of their interface: what may be in them the component itself
 * says, see `argumentProblems`.
 */
export const argumentsOf = <Args extends object>(ref: string) =>
  scalar<Args>("a map", { $ref: `#/$defs/${ref}` }, (value) => kindOf(value) === "a map");

/** One of two, of which only the second is a map. */
export const either = <A, B>(short: Schema<A>, long: Schema<B>): Schema<A | B> => ({
  optional: false,
  json: { anyOf: [short.json, long.json] },
  read: (path, value, problems) =>
    (kindOf(value) === "a map" ? long : short).read(path, value, problems),
});

/** A map for each argument, so that none is forgotten. */
type Each<Args> = { [K in keyof Required<Args>]: true };

type Keys<Args> = { [K in keyof Required<Args>]: OptionalSchema<Exclude<Args[K], undefined>> };

/**
 * Arguments of a component as keys of a section that has others beside them, by the name of their
 * interface. The component says what may be in them, and whether they may be left out.
 */
export const argumentKeys = <Args extends object>(ref: string, each: Each<Args>): Keys<Args> => {
  const keys = Object.keys(each).map((name): [string, OptionalSchema<unknown>] => [
    name,
    {
      optional: true,
      json: { $ref: `#/$defs/${ref}/properties/${name}` },
      read: (_, value) => value,
    },
  ]);
  return Object.fromEntries(keys) as unknown as Keys<Args>;
};

/** The same schema for a key that may be left out. */
export function optional<T>(schema: Schema<T>): OptionalSchema<T> {
  return { ...schema, optional: true };
}

/** The same schema, with what an editor shows of it. */
export function described<S extends Schema<unknown>>(description: string, schema: S): S {
  return { ...schema, json: { description, ...schema.json } };
}

function entriesOf(path: string, value: unknown, problems: Problem[]): [string, unknown][] {
  if (kindOf(value) === "a map") {
    return Object.entries(value as object);
  }
  problems.push({ path, reason: `is ${kindOf(value)}; a map is expected` });
  return [];
}

/** A map with these keys and no others. */
export function object<F extends Fields>(fields: F): Schema<ObjectOf<F>> {
  const allowed = Object.keys(fields);
  return {
    optional: false,
    json: {
      type: "object",
      additionalProperties: false,
      properties: Object.fromEntries(Object.entries(fields).map(([key, { json }]) => [key, json])),
      required: allowed.filter((key) => !fields[key]?.optional),
    },
    read(path, value, problems) {
      const before = problems.length;
      const given = new Map(entriesOf(path, value, problems));
      if (problems.length > before) {
        return {} as ObjectOf<F>;
      }
      for (const key of given.keys()) {
        if (!Object.hasOwn(fields, key)) {
          problems.push({
            path: join(path, key),
            reason: `unknown key; allowed: ${allowed.join(", ")}${didYouMean(key, allowed)}`,
          });
        }
      }
      const result: Record<string, unknown> = {};
      for (const [key, schema] of Object.entries(fields)) {
        if (given.has(key)) {
          result[key] = schema.read(join(path, key), given.get(key), problems);
        } else if (!schema.optional) {
          problems.push({ path: join(path, key), reason: "is missing and has no default" });
        }
      }
      return result as ObjectOf<F>;
    },
  };
}

/** A map whose keys are the user's choice. */
export function mapOf<T>(schema: Schema<T>): Schema<Record<string, T>> {
  return {
    optional: false,
    json: { type: "object", additionalProperties: schema.json },
    read(path, value, problems) {
      const result: Record<string, T> = {};
      for (const [name, entry] of entriesOf(path, value, problems)) {
        result[name] = schema.read(join(path, name), entry, problems);
      }
      return result;
    },
  };
}

const join = (path: string, key: string) => (path === "" ? key : `${path}.${key}`);
