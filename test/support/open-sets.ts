import { mkdirSync, writeFileSync } from "node:fs";
import { stringify } from "yaml";
import type { AnalyzedAnswer, AnalyzedSet } from "./analyzed-sets";

const folder = "build/open-sets";

/**
 * Writes a set that is judged differently, with what Istio says and what nobody has a reason for. Its number alone
 * does not find it again: the sets are made of the checks' examples, and are others with each new check.
 */
export function keepOpenSet(
  name: string,
  { objects, meshConfig }: AnalyzedSet,
  { messages }: AnalyzedAnswer,
  open: readonly string[],
): string {
  const file = `${folder}/${name}.yaml`;
  const notes = [
    `mesh config: ${JSON.stringify(meshConfig ?? {})}`,
    ...messages.map((message) => `Istio: ${message}`),
    ...open.map((line) => `open: ${line}`),
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    `${notes.map((note) => `# ${note}\n`).join("")}${objects.map((one) => stringify(one)).join("---\n")}`,
  );
  return file;
}
