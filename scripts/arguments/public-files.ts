import { readdirSync, readFileSync } from "node:fs";

/** Where the files are named whose every export is public. */
export const publicEntry = "components/public.ts";

/** Arguments, and the classes that take them, are public; their files are found, not listed. */
const isPublic = (file: string): boolean =>
  file.endsWith("-args.ts") ||
  /^export class \w+ extends pulumi\.ComponentResource\b/m.test(
    readFileSync(`components/${file}`, "utf8"),
  );

/** Text of that entry. */
export function publicFiles(): string {
  const files = readdirSync("components", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && isPublic(file))
    .map((file) => file.slice(0, -".ts".length))
    .sort();
  return [
    "// Written by scripts/update-arguments from the files of the components; do not edit.",
    ...files.map((file) => `export * from "./${file}";`),
    "",
  ].join("\n");
}
