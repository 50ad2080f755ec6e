/** The names of the checks that a file declares. */
const declared = (text: string): string[] =>
  [...text.matchAll(/^export const (\w+)(?:: Check)? = \w*[cC]heck\(/gm)].map(
    ([, name]) => name ?? "",
  );

/** The list of all checks: of each file those that it exports. */
export function checksIndex(files: readonly (readonly [file: string, text: string])[]): string {
  const found = files
    .map(([file, text]) => [file.slice(0, -".ts".length), declared(text).sort()] as const)
    .filter(([, names]) => names.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    "// Written by scripts/update-checks from the files beside it; do not edit.",
    'import type { Check } from "../check";',
    ...found.map(([file, names]) => `import { ${names.join(", ")} } from "./${file}";`),
    "",
    "/** All checks between objects. */",
    "export const checks: readonly Check[] = [",
    ...found.flatMap(([, names]) => names.map((name) => `  ${name},`)),
    "];",
    "",
  ].join("\n");
}
