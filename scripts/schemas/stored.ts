import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { patched } from "../../schemas/json-patch";
import type { KindSchema } from "../../schemas/kind-schema";
import { type Product, productOf, releaseFolder, releases } from "../../schemas/releases";

export const dataDir = "schemas/data";
export const laterDir = "schemas/later";

export const fileOf = ({ kind, group }: Pick<KindSchema, "kind" | "group">): string =>
  `${kind}.${group}.json`;

const readJson = (file: string) => JSON.parse(readFileSync(file, "utf8"));

/** The kinds of a release as they were last written. */
export function storedKinds(product: Product, release: string): KindSchema[] {
  const first: KindSchema[] = existsSync(dataDir)
    ? readdirSync(dataDir).map((file) => readJson(join(dataDir, file)))
    : [];
  const steps = releases[product].slice(1, releases[product].indexOf(release) + 1);
  return first
    .filter(({ group }) => productOf(group) === product)
    .map((kind) =>
      steps.reduce((before, step) => {
        const file = join(laterDir, releaseFolder(product, step), fileOf(kind));
        return existsSync(file) ? patched(before, readJson(file)) : before;
      }, kind),
    );
}
