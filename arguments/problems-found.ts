import { inspect } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { libraryFolders } from "./library-folders";
import { writtenPath } from "./written-names";

/**
 * The frames of a stack that lie in a user's program: those of the library, of packages, of Pulumi,
 * which runs the program, and of Node tell a user nothing. Pulumi's would also keep Node 20.20 from
 * coming to an end: their source maps name files directly below a scope (node_modules/@pulumi/output.ts),
 * and only running out of memory ends its search for the package of these.
 */
export function framesOfProgram(
  stack: string,
  library: readonly string[] = libraryFolders,
): string[] {
  return stack
    .split("\n")
    .filter((line) => /^\s+at .*[/\\]/.test(line))
    .filter((line) => !/[ (]node:/.test(line) && !/[/\\]node_modules[/\\]/.test(line))
    .filter((line) => !library.some((folder) => line.includes(folder)));
}

/** One error with everything that is wrong with the arguments of `subject`. */
export function problemsFound(
  subject: string,
  found: readonly pulumi.InputPropertyErrorDetails[],
): pulumi.InputPropertiesError {
  const errors = found.map(({ propertyPath, reason }) => ({
    propertyPath: writtenPath(subject, propertyPath),
    reason,
  }));
  const count = errors.length === 1 ? "1 argument" : `${errors.length} arguments`;
  const lines = errors.map(({ propertyPath, reason }) => `  ${propertyPath}: ${reason}`);
  const error = new pulumi.InputPropertiesError({
    message: [`${subject}: ${count} cannot work`, ...lines].join("\n"),
    errors,
  });
  return toldAs(error, [error.message, ...framesOfProgram(error.stack ?? "")].join("\n"));
}

/** The same error with what is printed of it: Node adds frames and every field, all problems again. */
export function toldAs<E extends Error>(error: E, told: string): E {
  error.stack = told;
  Object.defineProperty(error, inspect.custom, { value: () => told });
  return error;
}
