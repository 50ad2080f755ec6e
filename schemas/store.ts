import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Difference, patched } from "./json-patch";
import type { KindSchema, Schema } from "./kind-schema";
import { laterReleases } from "./releases";

const read = new Map<string, KindSchema | undefined>();
const data = (...path: string[]): string => join(__dirname, ...path);
const readJson = (file: string) => JSON.parse(readFileSync(file, "utf8"));

/** What is other in a later release; nothing when the kind is the same there. */
function differencesIn(release: string, name: string): readonly Difference[] {
  const file = data("later", release, `${name}.json`);
  return existsSync(file) ? readJson(file) : [];
}

/** What is known of a kind in a release, read at the first use. */
function kindSchema(group: string, kind: string, release?: string): KindSchema | undefined {
  const name = `${kind}.${group}`;
  const key = release === undefined ? name : `${name} ${release}`;
  if (!read.has(key)) {
    const file = data("data", `${name}.json`);
    const first = (): KindSchema | undefined => (existsSync(file) ? readJson(file) : undefined);
    read.set(key, release === undefined ? first() : laterKind(group, kind, release));
  }
  return read.get(key);
}

/** A release says what is other than in the one before it. */
function laterKind(group: string, kind: string, release: string): KindSchema | undefined {
  const first = kindSchema(group, kind);
  const later = laterReleases(group);
  const steps = later.slice(0, later.indexOf(release) + 1);
  return (
    first &&
    steps.reduce((before, step) => patched(before, differencesIn(step, `${kind}.${group}`)), first)
  );
}

/**
 * The schema of an object; undefined for kinds that are neither Istio's nor the Gateway API's.
 * `release` is one of `laterReleases`; without it, the first release that is known is meant.
 */
export function schemaOf(apiVersion: string, kind: string, release?: string): Schema | undefined {
  const [group = "", version = ""] = apiVersion.split("/");
  const versions = kindSchema(group, kind, release)?.versions ?? [];
  const own = versions.find(({ name }) => name === version);
  return own?.schema ?? versions.find(({ name }) => name === own?.sameAs)?.schema;
}

/** Versions in which a kind is served, newest first; none for kinds that are not known here. */
export function servedVersions(apiVersion: string, kind: string): string[] {
  const [group = ""] = apiVersion.split("/");
  return kindSchema(group, kind)?.versions.map(({ name }) => name) ?? [];
}
