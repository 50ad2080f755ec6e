import { createPatch } from "diff";
import { yaml } from "../read/yaml-nodes";

const written = (value: unknown): string =>
  value === undefined ? "" : yaml().stringify(value, { aliasDuplicateObjects: false });

/** The difference of two values as lines of a diff, with three lines around each. */
export function objectPatch(name: string, before: unknown, after: unknown): string {
  if (written(before) === written(after)) {
    return "";
  }
  const patch = createPatch(name, written(before), written(after), undefined, undefined, {
    context: 3,
  });
  // The first lines name a file that there is not.
  return patch.split("\n").slice(2).join("\n").trimEnd();
}
