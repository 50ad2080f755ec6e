import type { KindSchema, KindVersion, Schema } from "../../schemas/kind-schema";

// biome-ignore lint/suspicious/noExplicitAny: a definition as it was published
type Json = any;

/** Prose and what only a client's tables or an older API server look at. */
const dropped = new Set(["description", "externalDocs", "example", "title"]);

/** A schema without prose. Names of properties are kept whatever they are. */
export function withoutProse(schema: Json): Schema {
  const kept = Object.entries(schema).filter(([key]) => !dropped.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, inner(key, value)])) as Schema;
}

const byName = new Set(["properties", "patternProperties"]);
const single = new Set(["items", "additionalProperties", "not"]);
const several = new Set(["oneOf", "anyOf", "allOf"]);

function inner(key: string, value: Json): Json {
  if (byName.has(key)) {
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([name, schema]) => [name, withoutProse(schema)]));
  }
  if (single.has(key) && typeof value === "object") {
    return withoutProse(value);
  }
  if (several.has(key)) {
    return value.map(withoutProse);
  }
  if (key === "x-kubernetes-validations") {
    // A message is prose; the rule is what counts.
    return value.map(({ rule, fieldPath, optionalOldSelf }: Json) => ({
      rule,
      ...(fieldPath !== undefined && { fieldPath }),
      ...(optionalOldSelf !== undefined && { optionalOldSelf }),
    }));
  }
  return value;
}

/** v1 before v1beta2 before v1beta1 before v1alpha1, as Kubernetes orders versions. */
export function newestFirst(a: string, b: string): number {
  const rank = (version: string) => {
    const [, major = "0", stage = "", minor = "0"] =
      /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version) ?? [];
    return [stage === "" ? 2 : stage === "beta" ? 1 : 0, Number(major), Number(minor)];
  };
  const [left, right] = [rank(a), rank(b)];
  const at = left.findIndex((part, i) => part !== right[i]);
  return at < 0 ? 0 : (right[at] ?? 0) - (left[at] ?? 0);
}

/** What is kept of one custom resource definition. */
export function kindSchema(definition: Json): KindSchema {
  const { group, names, scope, versions } = definition.spec;
  const served = versions
    .filter((version: Json) => version.served)
    .sort((a: Json, b: Json) => newestFirst(a.name, b.name));
  const seen = new Map<string, string>();
  return {
    group,
    kind: names.kind,
    plural: names.plural,
    namespaced: scope === "Namespaced",
    versions: served.map((version: Json): KindVersion => {
      const { status: _, ...properties } = version.schema.openAPIV3Schema.properties;
      const { metadata, spec, ...others } = properties;
      const schema = withoutProse({
        ...version.schema.openAPIV3Schema,
        properties: { spec, ...others },
      });
      const text = JSON.stringify(schema);
      const same = seen.get(text);
      seen.set(text, same ?? version.name);
      return {
        name: version.name,
        storage: version.storage,
        ...(version.deprecated && { deprecated: true }),
        ...(same === undefined ? { schema } : { sameAs: same }),
      };
    }),
  };
}
