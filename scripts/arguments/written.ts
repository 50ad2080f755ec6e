import { readFileSync } from "node:fs";
import { ownProgram } from "../own-program";
import { describeClasses } from "./class-outputs";
import { withComponentList } from "./component-list";
import { describeArguments, withoutDocs } from "./describe";
import { packageSchema } from "./package-schema";
import { componentNames } from "./public-files";
import { reference } from "./reference";
import { stackPage } from "./stack-page";
import { stackFileSchema } from "./stack-schema";

const entry = "components/index.ts";

/** What is made of the components' interfaces, by file; biome formats what is JSON. */
export function writtenOfArguments(): Record<string, string> {
  const program = ownProgram(entry);
  const described = describeArguments(program, entry);
  const classes = describeClasses(program, entry, componentNames());
  const npm = JSON.parse(readFileSync("package.json", "utf8"));
  const stackFile = stackFileSchema(described, readFileSync("Pulumi.yaml", "utf8"));
  return {
    "schemas/arguments.json": JSON.stringify(withoutDocs(described)),
    "schemas/stack-file.json": JSON.stringify(stackFile),
    "schemas/provider/schema.json": JSON.stringify(packageSchema(described, classes, npm)),
    "docs/arguments.md": reference(described),
    "docs/stack.md": stackPage(stackFile),
    "README.md": withComponentList(readFileSync("README.md", "utf8")),
  };
}
