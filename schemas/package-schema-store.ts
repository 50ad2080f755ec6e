import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackageSchema } from "./package-schema";

/** The description of the components for programs in other languages, as it lies beside them. */
export const packageSchemaText = (): string =>
  readFileSync(join(__dirname, "provider", "schema.json"), "utf8");

/** The same, read. */
export const packageSchema = (): PackageSchema => JSON.parse(packageSchemaText());
