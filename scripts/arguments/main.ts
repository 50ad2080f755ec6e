// main.ts: writes what is made of the components' interfaces.
import { writeFileSync } from "node:fs";
import { publicEntry, publicFiles } from "./public-files";

writeFileSync(publicEntry, publicFiles());

// Loads the components through that entry, and therefore only now.
const { writtenOfArguments }: typeof import("./written") = require("./written");
for (const [file, text] of Object.entries(writtenOfArguments())) {
  writeFileSync(file, text);
}
