import { readFileSync } from "node:fs";
import { ownProgram } from "../own-program";
import { withComponentList } from "./component-list";
import { describeArguments, withoutDocs } from "./describe";
import { reference } from "./reference";
import { stackPage } from "./stack-page";
import { stackFileSchema } from "./stack-schema";

const entry = "components/index.ts";

/** What is made of the components' interfaces, by file; biome formats what is JSON. */
export function writtenOfArguments(): Record<string, string> {
  const described = describeArguments(ownProgram(entry), entry);
  const stackFile = stackFileSchema(described, readFileSync("Pulumi.yaml", "utf8"));
  return {
    "schemas/arguments.json": JSON.stringify(withoutDocs(described)),
    "schemas/stack-file.json": JSON.stringify(stackFile),
    "docs/arguments.md": reference(described),
    "docs/stack.md": stackPage(stackFile),
    "README.md": withComponentList(readFileSync("README.md", "utf8")),
  };
}
