import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ArgumentFields, ArgumentSchema } from "./argument-schema";

let read: ArgumentSchema | undefined;

/** The description of all arguments, read at the first use. */
export function argumentSchema(): ArgumentSchema {
  read ??= JSON.parse(readFileSync(join(__dirname, "arguments.json"), "utf8")) as ArgumentSchema;
  return read;
}

/** Arguments of an interface; a name that is not there is a mistake of the package. */
export function argumentFields(name: string): ArgumentFields {
  const fields = argumentSchema().definitions[name];
  if (fields === undefined) {
    throw new Error(`no arguments are described as ${name}; run scripts/update-arguments`);
  }
  return fields;
}
