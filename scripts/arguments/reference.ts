import type { ArgumentType, ArgumentValue } from "../../schemas/argument-schema";
import type { DescribedField, DescribedSchema } from "./describe";
import type { FieldDoc } from "./field-doc";

const heading = `# Arguments

Written by \`scripts/update-arguments\` from the interfaces; do not edit. An argument in **bold** is needed.
*later* marks what may be an output of another resource. Shapes that several arguments have in common
follow the components.
`;

/** As GitHub makes it of a heading. */
export const anchor = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, "")
    .replace(/ /g, "-");

const later = " *later*";

const plainWords: Record<string, string> = {
  text: "text",
  number: "number",
  boolean: "true or false",
  open: "any",
};

function typeWords(type: ArgumentType): string {
  if (typeof type === "string") {
    return plainWords[type] ?? type;
  }
  if ("enum" in type) {
    return type.enum.map((value) => `\`${JSON.stringify(value)}\``).join(", ");
  }
  if ("ref" in type) {
    return `[${type.ref}](#${anchor(type.ref)})`;
  }
  if ("list" in type) {
    return `list of ${valueWords(type.list)}`;
  }
  return "map" in type ? `map of ${valueWords(type.map)}` : type.union.map(valueWords).join(" or ");
}

/** What may arrive as a whole may arrive in parts as well; it is said once. */
const valueWords = ({ type, input }: ArgumentValue): string =>
  input ? `${typeWords(type).replaceAll(later, "")}${later}` : typeWords(type);

/** A default in words has a dash before it, a value has none. */
function defaultWords({ default: value }: FieldDoc): string {
  if (value === undefined) {
    return "";
  }
  return value.startsWith("- ") ? value.slice(2) : `\`${value}\``;
}

/** Text in a cell of a table. */
export const cell = (text: string): string => text.replace(/\|/g, "\\|");

function row(name: string, field: DescribedField): string {
  const { doc, formerly, required } = field;
  const links = doc.see.filter((see) => /^https?:/.test(see)).map((url) => `[more](${url})`);
  const meaning = [doc.text, ...links, ...(formerly ? [`Formerly \`${formerly}\`.`] : [])].join(
    " ",
  );
  const cells = [
    required ? `**\`${name}\`**` : `\`${name}\``,
    valueWords(field),
    defaultWords(doc),
    meaning,
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
}

const table = (fields: Readonly<Record<string, DescribedField>>): string =>
  [
    "| argument | value | default | meaning |",
    "|---|---|---|---|",
    ...Object.entries(fields).map(([name, field]) => row(name, field)),
  ].join("\n");

/** The page of all arguments: what each component takes, then the shapes they refer to. */
export function reference({ roots, definitions }: DescribedSchema): string {
  const own = new Set(Object.values(roots).map(({ ref }) => ref));
  const section = (title: string, ref: string) =>
    `## ${title}\n\n${table(definitions[ref] ?? {})}\n`;
  return [
    heading,
    ...Object.entries(roots).map(([subject, { ref }]) => section(subject, ref)),
    ...Object.keys(definitions)
      .filter((name) => !own.has(name))
      .map((name) => section(name, name)),
  ].join("\n");
}
