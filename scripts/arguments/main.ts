// main.ts: writes what is made of the components' interfaces.
import { writeFileSync } from "node:fs";
import { writtenOfArguments } from "./written";

for (const [file, text] of Object.entries(writtenOfArguments())) {
  writeFileSync(file, text);
}
