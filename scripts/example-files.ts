// example-files.ts: writes Pulumi.yaml and tsconfig.json of examples that have none yet.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const compilerOptions = {
  target: "es2022",
  module: "nodenext",
  moduleResolution: "nodenext",
  strict: true,
  noEmit: true,
  types: ["node"],
};

/** First sentence of the comment that says what an example shows. */
function sentence(program: string): string {
  const [comment = ""] = /^(?:\/\/.*\n)+/.exec(program) ?? [];
  return comment
    .replace(/^\/\/ ?/gm, "")
    .replace(/\s+/g, " ")
    .replace(/\. .*$|\. ?$/, "");
}

const project = (name: string, program: string): string => `name: istio-mesh-example-${name}
description: ${JSON.stringify(sentence(program))}
main: index.ts
runtime:
  name: nodejs
  options:
    typescript: false
    nodeargs: --import tsx
`;

for (const name of readdirSync("examples")) {
  const folder = join("examples", name);
  const files = {
    "Pulumi.yaml": project(name, readFileSync(join(folder, "index.ts"), "utf8")),
    "tsconfig.json": `${JSON.stringify({ compilerOptions, include: ["index.ts"] }, null, 2)}\n`,
  };
  for (const [file, text] of Object.entries(files)) {
    if (!existsSync(join(folder, file))) {
      writeFileSync(join(folder, file), text);
    }
  }
}
