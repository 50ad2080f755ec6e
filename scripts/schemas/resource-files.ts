import type { KindVersion, Schema } from "../../schemas/kind-schema";
import { fieldDoc, typeDoc } from "./docs";
import type { DocumentedKind } from "./documented-kind";
import { groupName } from "./group-name";
import { type Field, type ObjectType, plain, TypePlan } from "./type-model";

/** The releases that a file is made from; their versions stand in one place. */
const headerOf = (kinds: readonly DocumentedKind[]): string => {
  const releases = [...new Set(kinds.flatMap((kind) => kind.releases))].sort();
  return `// Written by scripts/update-schemas from ${releases.join(" and ")} (schemas/sources.json); do not edit.\n`;
};

const kebab = (text: string) =>
  text
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
const camel = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function comment(text: string[], indent: string): string {
  const lines = text.map((line) => line.replaceAll("*/", "*\\/"));
  return lines.length === 1
    ? `${indent}/** ${lines[0]} */\n`
    : `${indent}/**\n${lines.map((line) => `${indent} * ${line}\n`).join("")}${indent} */\n`;
}

const key = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

function fieldText(kind: DocumentedKind, field: Field): string {
  const doc = fieldDoc(kind, field);
  return `${doc.length > 0 ? comment(doc, "  ") : ""}  ${key(field.name)}${field.optional ? "?" : ""}: ${field.type};\n`;
}

/** One of a group of fields, or none of them, spelled out so that two do not compile. */
function groupText(names: string[], fields: readonly Field[], kind: DocumentedKind): string {
  const variant = (chosen: string | undefined) =>
    `{\n${names
      .map((name) => {
        const field = fields.find((one) => one.name === name);
        return field && name === chosen
          ? fieldText(kind, { ...field, optional: false })
          : `  ${key(name)}?: never;\n`;
      })
      .join("")}}`;
  return `(\n${[undefined, ...names].map((name) => `  | ${variant(name)}\n`).join("")})`;
}

function typeText(kind: DocumentedKind, { name, path, fields, exclusive }: ObjectType): string {
  const doc = comment(typeDoc(kind, path), "");
  const grouped = new Set(exclusive.flat());
  const free = fields.filter((field) => !grouped.has(field.name));
  const body = `{\n${free.map((field) => fieldText(kind, field)).join("")}}`;
  if (exclusive.length === 0) {
    return `${doc}export interface ${name} ${fields.length === 0 ? emptyBody : body}\n`;
  }
  const groups = exclusive.map((names) => groupText(names, fields, kind));
  return `${doc}export type ${name} = ${[...(free.length > 0 ? [body] : []), ...groups].join(" & ")};\n`;
}

const emptyBody = "{\n  [key: string]: never;\n}";

function typesFile(kind: DocumentedKind, schema: Schema): string {
  const plan = new TypePlan(kind.kind, schema.properties?.spec ?? {});
  const types = plan.types.map((type) => typeText(kind, type));
  return `${headerOf([kind])}import type * as pulumi from "@pulumi/pulumi";\n\n${types.join("\n")}`;
}

function plainTypeText({ name, fields }: ObjectType): string {
  const lines = fields.map(
    (field) => `  ${key(field.name)}${field.optional ? "?" : ""}: ${field.type};\n`,
  );
  return `export interface ${name} ${fields.length === 0 ? emptyBody : `{\n${lines.join("")}}`}\n`;
}

/** The types of a kind's newest version as its objects are, for those who read them. */
function plainTypesFile(kind: DocumentedKind, schema: Schema): string {
  const { types } = new TypePlan(kind.kind, schema.properties?.spec ?? {}, plain);
  return `${headerOf([kind])}\n${types.map(plainTypeText).join("\n")}`;
}

/** Path below schemas/kinds/ and text of every file of plain types. */
export function plainFiles(kinds: readonly DocumentedKind[]): Map<string, string> {
  return new Map(
    kinds.flatMap((kind) => {
      const schema = kind.versions.find((version) => version.schema)?.schema;
      const file = `${groupName(kind.group)}/${kebab(kind.kind)}.ts`;
      return schema ? [[file, plainTypesFile(kind, schema)] as const] : [];
    }),
  );
}

/** The file that has the types of a version: equal schemas share one. */
function typesModule(kind: DocumentedKind, version: KindVersion): string {
  const origin = version.sameAs ?? version.name;
  return origin === kind.versions[0]?.name ? kebab(kind.kind) : `${kebab(kind.kind)}-${origin}`;
}

function classText(kind: DocumentedKind, version: KindVersion): string {
  const { kind: name, group, versions } = kind;
  const constant = camel(name);
  const others = versions.map((other) => other.name).filter((other) => other !== version.name);
  return `const ${constant}: ResourceKind = {
  group: ${JSON.stringify(group)},
  version: ${JSON.stringify(version.name)},
  kind: ${JSON.stringify(name)},
  otherVersions: ${JSON.stringify(others)},
};

${comment(typeDoc(kind, "spec"), "")}export class ${name} extends MeshResource<${name}Spec> {
  constructor(name: string, args: MeshResourceArgs<${name}Spec>, opts?: MeshResourceOptions) {
    super(${constant}, name, args, opts);
  }

  /** Reads an object that exists: \`id\` is \`namespace/name\`${kind.namespaced ? "" : " without the namespace"}. */
  static override get(name: string, id: ResourceId, opts?: pulumi.CustomResourceOptions): ${name} {
    return new ${name}(name, existing, withId(id, opts));
  }

  /** Whether a value is such a resource, also one of another copy of this package. */
  static override isInstance(value: unknown): value is ${name} {
    return isOfKind(value, ${constant});
  }
}
`;
}

function versionFile(kinds: readonly DocumentedKind[], version: string): string {
  const members = kinds.flatMap((kind) =>
    kind.versions
      .filter(({ name }) => name === version)
      .map((own) => ({ kind, own, module: typesModule(kind, own) })),
  );
  const imports = members
    .map(({ kind, module }) => `import type { ${kind.kind}Spec } from "./${module}";\n`)
    .join("");
  const exports = members.map(({ module }) => `export type * from "./${module}";\n`).join("");
  const classes = members.map(({ kind, own }) => classText(kind, own)).join("\n");
  return `${headerOf(members.map(({ kind }) => kind))}import type * as pulumi from "@pulumi/pulumi";
import {
  existing,
  isOfKind,
  MeshResource,
  type MeshResourceArgs,
  type MeshResourceOptions,
  type ResourceId,
  type ResourceKind,
  withId,
} from "../mesh-resource";
${imports}
${exports}
${classes}`;
}

/** Path below components/resources/ and text of every generated file. */
export function resourceFiles(kinds: readonly DocumentedKind[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const group of new Set(kinds.map((kind) => groupName(kind.group)))) {
    const members = kinds.filter((kind) => groupName(kind.group) === group);
    for (const kind of members) {
      for (const version of kind.versions) {
        if (version.schema) {
          files.set(`${group}/${typesModule(kind, version)}.ts`, typesFile(kind, version.schema));
        }
      }
    }
    const versions = [...new Set(members.flatMap((kind) => kind.versions.map(({ name }) => name)))];
    for (const version of versions) {
      files.set(`${group}/${version}.ts`, versionFile(members, version));
    }
    files.set(
      `${group}/index.ts`,
      headerOf(members) +
        versions.map((version) => `export * as ${version} from "./${version}";\n`).join(""),
    );
  }
  return files;
}
