// Puts the schemas' data beside the compiled code, which reads it when a kind is first met.
import { cpSync } from "node:fs";

cpSync("schemas/data", "dist/schemas/data", { recursive: true });
