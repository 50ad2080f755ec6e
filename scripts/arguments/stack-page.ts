import type { JsonSchema } from "../../stack/json-schema";
import { anchor, cell } from "./reference";
import type { StackFileSchema } from "./stack-schema";

const heading = `# The stack's configuration

Written by \`scripts/update-arguments\` from the stack program and the components' interfaces; do not edit.
These are the keys of \`Pulumi.<stack>.yaml\`; one in **bold** is needed. The first line of the files that
are here, \`# yaml-language-server: $schema=schemas/stack-file.json\`, has an editor complete and mark them.
What a component refuses of them ends the preview, told by the key.
`;

const plainWords: Partial<Record<NonNullable<JsonSchema["type"]>, string>> = {
  string: "text",
  number: "number",
  boolean: "true or false",
};

/** \`ControlPlaneArgs\` as the page of arguments calls it. */
const component = (ref: string): string => {
  const name = ref.replace(/Args$/, "").replace(/^MeshChecks$/, "meshChecks");
  return `[${name}](arguments.md#${anchor(name)})`;
};

const pointer = /^#\/\$defs\/(\w+)(?:\/properties\/(\w+))?$/;

function valueWords({ $ref, enum: values, anyOf, additionalProperties, type }: JsonSchema): string {
  const [, ref, argument] = pointer.exec($ref ?? "") ?? [];
  if (ref !== undefined) {
    return argument === undefined
      ? `arguments of ${component(ref)}`
      : `\`${argument}\` of ${component(ref)}`;
  }
  if (values) {
    return values.map((value) => `\`${value}\``).join(", ");
  }
  if (anyOf) {
    return anyOf.map(valueWords).join(", or ");
  }
  if (typeof additionalProperties === "object") {
    return `by name: ${valueWords(additionalProperties)}`;
  }
  return (type && plainWords[type]) ?? "see below";
}

/** What the schema says of a key; of an argument, what its interface says, but for the links. */
function meaning({ description, $ref }: JsonSchema, defs: StackFileSchema["$defs"]): string {
  const [, ref = "", argument = ""] = pointer.exec($ref ?? "") ?? [];
  const text = description ?? defs[ref]?.properties?.[argument]?.description ?? "";
  return text
    .split("\n\n")
    .filter((paragraph) => !paragraph.startsWith("http"))
    .join(" ");
}

function table({ properties = {}, required = [] }: JsonSchema, defs: StackFileSchema["$defs"]) {
  const rows = Object.entries(properties).map(([key, json]) => {
    const name = required.includes(key) ? `**\`${key}\`**` : `\`${key}\``;
    return `| ${[name, valueWords(json), meaning(json, defs)].map(cell).join(" | ")} |`;
  });
  return ["| key | value | meaning |", "|---|---|---|", ...rows].join("\n");
}

/** The page of a stack file's keys: all sections, then those that have keys of their own. */
export function stackPage({ properties: { config }, $defs }: StackFileSchema): string {
  const own = Object.entries(config.properties ?? {}).filter(([, { properties }]) => properties);
  return [
    heading,
    `${table(config, $defs)}\n`,
    ...own.map(([key, json]) => `## ${key}\n\n${table(json, $defs)}\n`),
  ].join("\n");
}
