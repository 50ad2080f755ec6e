import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Scenario } from "./scenario";

const notLists = new Set(["index.ts", "scenario.ts", "not-shown.ts"]);

/** All scenarios, file by file. */
export const allScenarios = (): readonly Scenario[] =>
  readdirSync(__dirname)
    .filter((file) => !notLists.has(file))
    .sort()
    .flatMap((file) => require(join(__dirname, file)).default as readonly Scenario[]);
