// main.ts: writes schemas/arguments.json, what every component takes, from the interfaces themselves.
import { writeFileSync } from "node:fs";
import { ownProgram } from "../own-program";
import { describeArguments } from "./describe";

const entry = "components/index.ts";
const schema = describeArguments(ownProgram(entry), entry);
writeFileSync("schemas/arguments.json", `${JSON.stringify(schema)}\n`);
