import * as pulumi from "@pulumi/pulumi";
import type {
  ArgumentField,
  ArgumentFields,
  ArgumentType,
  ArgumentValue,
} from "../schemas/argument-schema";
import { argumentFields } from "../schemas/argument-store";
import { didYouMean } from "../values/closest";
import { entryPath, fieldPath } from "./argument-path";
import { builtIn } from "./built-in";
import { heldBack } from "./late-value";
import { oneOf } from "./one-of";
import { shown } from "./shown";
import { isKnown } from "./when-known";
import type { Renamed } from "./written-names";

type Problem = pulumi.InputPropertyErrorDetails;

const isOf = <K extends string>(
  type: ArgumentType,
  kind: K,
): type is Extract<ArgumentType, Record<K, unknown>> => typeof type === "object" && kind in type;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !pulumi.Resource.isInstance(value) &&
  builtIn(value) === undefined;

/**
 * A resource has what is asked for as its outputs: a `CertificateIssuer` has the name and the kind of an
 * issuer. Only those are taken, and nothing of a resource that lacks a needed one.
 */
function namedBy(value: unknown, fields: ArgumentFields): unknown {
  const needed = Object.keys(fields).filter((name) => fields[name]?.required);
  const has = (name: string) => (value as Record<string, unknown>)[name] !== undefined;
  return pulumi.Resource.isInstance(value) && needed.length > 0 && needed.every(has)
    ? Object.fromEntries(
        Object.keys(fields)
          .filter(has)
          .map((name) => [name, (value as never)[name]]),
      )
    : value;
}

/** What a type is called in messages. */
function inWords(type: ArgumentType): string {
  if (type === "boolean") {
    return "true or false";
  }
  if (isOf(type, "enum")) {
    return `one of ${type.enum.join(", ")}`;
  }
  if (typeof type === "string") {
    return type === "open" ? "a value" : `a ${type}`;
  }
  return isOf(type, "list") ? "a list" : "an object";
}

/** How the same is written for this type, if it is plain what was meant. */
const written = (value: unknown, type: ArgumentType): string =>
  builtIn(value) === "Map" && inWords(type) === "an object"
    ? "; write Object.fromEntries(...) around it"
    : unquoted(value, type);

const unquoted = (value: unknown, type: ArgumentType): string =>
  (type === "boolean" && ["true", "false"].includes(String(value))) ||
  (type === "number" && typeof value === "string" && value.trim() !== "" && !Number.isNaN(+value))
    ? `; write ${value} without quotes`
    : "";

const absent = (value: unknown): boolean => value === undefined || value === null;

/** Whether nothing is in a list or map, which nobody writes to have everything. */
const isEmpty = (value: unknown): boolean =>
  (Array.isArray(value) || isObject(value)) && Object.keys(value).length === 0;

/**
 * Holds values against their declared types. What it hands back is a copy in which every value that
 * arrives later is held back until then.
 */
export class ShapeCheck {
  /** What makes it pointless to look further: the other checks count on the shape. */
  readonly wrong: Problem[] = [];
  /** Arguments that were given by a name they had before. */
  readonly renamed: Renamed[] = [];
  /** Arguments that are written down and are `undefined`. */
  readonly unset: string[] = [];
  /** Words that are unknown, and lists that are empty: a component may know better what to say. */
  readonly doubtful: Problem[] = [];

  constructor(private readonly subject: string) {}

  /** `owner` is whose arguments they are, as messages call it. */
  fields(path: string, given: unknown, fields: ArgumentFields, owner: string): unknown {
    const value = namedBy(given, fields);
    if (!isObject(value)) {
      return this.#mismatch(path || "args", value, { ref: owner });
    }
    const named = this.#byNewNames(path, value, fields);
    for (const key of Object.keys(named).filter((name) => !Object.hasOwn(fields, name))) {
      const allowed = Object.keys(fields);
      this.#wrong(
        fieldPath(path, key),
        `is not an argument of ${owner}; allowed: ${allowed.join(", ") || "none"}${didYouMean(key, allowed)}`,
      );
    }
    const copies = Object.entries(fields).map(([name, field]) => [
      name,
      this.#field(fieldPath(path, name), named, name, field),
    ]);
    return Object.fromEntries(copies.filter(([, copy]) => copy !== undefined));
  }

  /** An old name beside the new one stays, and is unknown: which of them counts, nobody can say. */
  #byNewNames(
    path: string,
    value: Record<string, unknown>,
    fields: ArgumentFields,
  ): Record<string, unknown> {
    const entries = Object.entries(value).map(([key, inner]) => {
      const [now] = Object.entries(fields).find(([, { formerly }]) => formerly === key) ?? [];
      if (now === undefined || Object.hasOwn(fields, key) || Object.hasOwn(value, now)) {
        return [key, inner];
      }
      this.renamed.push({ path: fieldPath(path, key), now });
      return [now, inner];
    });
    return Object.fromEntries(entries);
  }

  #field(
    path: string,
    owner: Record<string, unknown>,
    name: string,
    field: ArgumentField,
  ): unknown {
    const value = owner[name];
    if (absent(value)) {
      this.#absent(path, value, field, Object.hasOwn(owner, name));
      return undefined;
    }
    if (field.secret && isKnown(value) && typeof value !== "string") {
      return this.#wrong(path, `is not ${inWords(field.type)}; what it is, is not shown`);
    }
    const copy = this.value(path, value, field);
    if (field.narrows && isKnown(value) && isEmpty(copy)) {
      this.doubtful.push({ propertyPath: path, reason: nothing("is empty") });
    }
    return copy;
  }

  #absent(path: string, value: unknown, field: ArgumentField, present: boolean): void {
    if (present && value === undefined) {
      this.unset.push(path);
    }
    if (field.required) {
      this.#missing(path, field.type, field.formerly && ` (formerly ${field.formerly})`);
    } else if (value === null) {
      this.#wrong(path, "is null; leave it out, or give a value");
    } else if (field.narrows && present) {
      this.#wrong(path, nothing("is undefined"));
    }
  }

  #missing(path: string, type: ArgumentType, way = ""): void {
    const what = isOf(type, "enum") ? `allowed: ${type.enum.join(", ")}` : `write ${inWords(type)}`;
    this.#wrong(path, `is missing; ${what}${way}`);
  }

  /** A copy of one value that is there. */
  value(
    path: string,
    value: unknown,
    declared: ArgumentValue & Pick<ArgumentField, "narrows">,
  ): unknown {
    const { type, input, narrows } = declared;
    if (type === "open" && input) {
      return value;
    }
    if (!isKnown(value)) {
      if (input) {
        return heldBack(this.subject, value, (known) =>
          arrived(this.subject, path, known, { type, ...(narrows && { narrows }) }),
        );
      }
      if (type === "open") {
        return value;
      }
      return this.#wrong(
        path,
        `is ${shown(value)}, but has to be known when the program runs, since it decides which resources there are or what is in them; give ${inWords(type)}`,
      );
    }
    return this.#known(path, value, type);
  }

  #known(path: string, value: unknown, type: ArgumentType): unknown {
    if (isOf(type, "ref")) {
      return this.fields(path, value, argumentFields(type.ref), path);
    }
    if (isOf(type, "list")) {
      return Array.isArray(value)
        ? value.map((entry, i) => this.#entry(`${path}[${i}]`, entry, type.list, "entry"))
        : this.#mismatch(path, value, type);
    }
    if (isOf(type, "map")) {
      return isObject(value)
        ? Object.fromEntries(
            Object.entries(value).map(([key, entry]) => [
              key,
              this.#entry(entryPath(path, key), entry, type.map, "key"),
            ]),
          )
        : this.#mismatch(path, value, type);
    }
    if (isOf(type, "union")) {
      return this.#oneOf(path, value, type.union);
    }
    return this.#scalar(path, value, type);
  }

  /** `open` says nothing of null, which Helm reads. */
  #entry(path: string, value: unknown, declared: ArgumentValue, what: string): unknown {
    if (declared.type !== "open" && absent(value)) {
      return this.#missing(path, declared.type, `, or leave the ${what} out`);
    }
    return this.value(path, value, declared);
  }

  #scalar(path: string, value: unknown, type: ArgumentType): unknown {
    if (isOf(type, "enum")) {
      const reason = oneOf(type.enum)(value as (typeof type.enum)[number]);
      if (reason) {
        this.doubtful.push({ propertyPath: path, reason });
      }
      return value;
    }
    const fits =
      type === "open" ||
      (type === "text" && typeof value === "string") ||
      (type === "number" && typeof value === "number" && !Number.isNaN(value)) ||
      (type === "boolean" && typeof value === "boolean");
    return fits ? value : this.#mismatch(path, value, type);
  }

  #oneOf(path: string, value: unknown, alternatives: readonly ArgumentValue[]): unknown {
    for (const alternative of alternatives) {
      const tried = new ShapeCheck(this.subject);
      const copy = tried.value(path, value, alternative);
      if (tried.wrong.length === 0) {
        this.doubtful.push(...tried.doubtful);
        this.renamed.push(...tried.renamed);
        this.unset.push(...tried.unset);
        return copy;
      }
    }
    return this.#wrong(
      path,
      `${shown(value)} is not ${alternatives.map(({ type }) => inWords(type)).join(" or ")}`,
    );
  }

  #mismatch(path: string, value: unknown, type: ArgumentType): undefined {
    return this.#wrong(path, `${shown(value)} is not ${inWords(type)}${written(value, type)}`);
  }

  #wrong(propertyPath: string, reason: string): undefined {
    this.wrong.push({ propertyPath, reason });
    return undefined;
  }
}

/** Why something that says nothing is refused where its absence means more. */
const nothing = (what: string): string =>
  `${what}, which would mean what its absence does: more, not less; leave it out if that is meant, or give a value`;

/** What is wrong with a value that has arrived. */
function arrived(
  subject: string,
  path: string,
  value: unknown,
  { type, narrows }: Pick<ArgumentField, "type" | "narrows">,
): readonly Problem[] {
  if (absent(value)) {
    return [{ propertyPath: path, reason: `arrives as ${value}; it has to be ${inWords(type)}` }];
  }
  const check = new ShapeCheck(subject);
  check.value(path, value, { type });
  if (narrows && isEmpty(value)) {
    check.doubtful.push({ propertyPath: path, reason: nothing("is empty") });
  }
  const renamed = check.renamed.map(({ path: propertyPath, now }) => ({
    propertyPath,
    reason: `is called ${now} now`,
  }));
  return [...check.wrong, ...check.doubtful, ...renamed];
}
