import { type DescribedSchema, describeArguments } from "../../../scripts/arguments/describe";
import { ownProgram } from "../../../scripts/own-program";

const entry = "components/index.ts";

let read: DescribedSchema | undefined;

/** Read once, and only where an argument has no values of its own: it takes seconds. */
const described = (): DescribedSchema => {
  read ??= describeArguments(ownProgram(entry), entry);
  return read;
};

/** The example in the comment of a text or number, ``e.g. `"2s"` ``. */
export function documentedValues(component: string, argument: string): readonly unknown[] {
  const { roots, definitions } = described();
  const field = definitions[roots[component]?.ref ?? ""]?.[argument];
  const [, example] = /\be\.g\. `([^`]+)`/.exec(field?.doc.text ?? "") ?? [];
  if (field === undefined || example === undefined) {
    return [];
  }
  const value = field.type === "number" ? Number(example) : example.replace(/^"(.*)"$/, "$1");
  return field.type === "text" || field.type === "number" ? [value] : [];
}
