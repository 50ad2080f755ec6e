// main.ts: writes the versions of versions.json to where they cannot be read from there.
import { writeFileSync } from "node:fs";
import { writtenOfVersions } from "./written";

for (const [file, text] of Object.entries(writtenOfVersions())) {
  writeFileSync(file, text);
}
