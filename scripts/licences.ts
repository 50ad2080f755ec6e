import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Folder of the package that a file belongs to: the last one, for packages within packages. */
const packageOf = (file: string): string | undefined =>
  /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];

/** What a package says of its licence: the whole text where it has one, or else its name. */
function licenceOf(folder: string): string {
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined && about.license === undefined) {
    throw new Error(`${folder} has no licence to pass on`);
  }
  const text = file === undefined ? about.license : readFileSync(join(folder, file), "utf8").trim();
  return `${about.name} ${about.version}\n\n${text}\n`;
}

/** The licences of the packages that files come from: who passes code on passes its licence on. */
export function licences(files: readonly string[]): string {
  const folders = new Set(files.map(packageOf).filter((folder) => folder !== undefined));
  return [...folders]
    .sort()
    .map(licenceOf)
    .join(`\n${"-".repeat(80)}\n\n`);
}
