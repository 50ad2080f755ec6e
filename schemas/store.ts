import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { KindSchema, Schema } from "./kind-schema";

const read = new Map<string, KindSchema | undefined>();

/** What is known of a kind, read at the first use. */
function kindSchema(group: string, kind: string): KindSchema | undefined {
  const name = `${kind}.${group}`;
  if (!read.has(name)) {
    const file = join(__dirname, "data", `${name}.json`);
    read.set(name, existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined);
  }
  return read.get(name);
}

/** The schema of an object; undefined for kinds that are neither Istio's nor the Gateway API's. */
export function schemaOf(apiVersion: string, kind: string): Schema | undefined {
  const [group = "", version = ""] = apiVersion.split("/");
  const versions = kindSchema(group, kind)?.versions ?? [];
  const own = versions.find(({ name }) => name === version);
  return own?.schema ?? versions.find(({ name }) => name === own?.sameAs)?.schema;
}

/** Versions in which a kind is served, newest first; none for kinds that are not known here. */
export function servedVersions(apiVersion: string, kind: string): string[] {
  const [group = ""] = apiVersion.split("/");
  return kindSchema(group, kind)?.versions.map(({ name }) => name) ?? [];
}
