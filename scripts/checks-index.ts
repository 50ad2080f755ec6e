// checks-index.ts: writes the list of all checks between objects, from the files of analysis/mesh/checks/.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { checksIndex } from "./checks-index-text";

const folder = "analysis/mesh/checks";

const files = readdirSync(folder)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "index.ts")
  .map((file) => [file, readFileSync(`${folder}/${file}`, "utf8")] as const);

writeFileSync(`${folder}/index.ts`, checksIndex(files));
