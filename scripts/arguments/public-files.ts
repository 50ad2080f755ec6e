import { readdirSync, readFileSync } from "node:fs";

/** Where the files are named whose every export is public. */
export const publicEntry = "components/public.ts";

/** Files of the components, from their folder and without their ending. */
const files = (): string[] =>
  readdirSync("components", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length))
    .sort();

/** Name of the component's class in a file that has one. */
const classIn = (file: string): string | undefined =>
  /^export class (\w+) extends pulumi\.ComponentResource\b/m.exec(
    readFileSync(`components/${file}.ts`, "utf8"),
  )?.[1];

const hasClass = (file: string): boolean => classIn(file) !== undefined;

/** Those that have a component's class; they are found, not listed. */
export const classFiles = (): string[] => files().filter(hasClass);

/** Names of the components. */
export const componentNames = (): string[] => files().flatMap((file) => classIn(file) ?? []);

/** Text of the public entry: arguments, and the classes that take them. */
export const publicFiles = (): string =>
  [
    "// Written by scripts/update-arguments from the files of the components; do not edit.",
    ...files()
      .filter((file) => file.endsWith("-args") || hasClass(file))
      .map((file) => `export * from "./${file}";`),
    "",
  ].join("\n");
