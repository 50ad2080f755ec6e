import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as ts from "typescript";

/** Where an editor's pointer rests: the field behind the mark. */
const program = `import { networking, security } from "istio-mesh";
new networking.v1.VirtualService("a", {
  spec: { hosts: ["a"], http: [{ /*1*/timeout: "2s", retries: { /*2*/attempts: 2 }, route: [{ destination: { host: "a" }, /*3*/weight: 100 }] }] },
});
new networking.v1.Gateway("a", {
  spec: { servers: [{ hosts: ["*"], port: { number: 443, name: "https", protocol: "HTTPS" }, tls: { /*4*/mode: "SIMPLE" } }] },
});
new security.v1.PeerAuthentication("a", { spec: { mtls: { /*5*/mode: "STRICT" } } });
`;

/** What the editor shows. */
function hovers(): string[] {
  const file = resolve("build/test/types/hover.ts");
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      const text = name === file ? program : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    readFile: (name) => (name === file ? program : ts.sys.readFile(name)),
  });
  return [1, 2, 3, 4, 5].map((mark) => {
    const text = `/*${mark}*/`;
    const info = service.getQuickInfoAtPosition(file, program.indexOf(text) + text.length);
    const tags = (info?.tags ?? []).map(
      ({ name, text: parts }) => `@${name} ${ts.displayPartsToString(parts)}`,
    );
    return [
      ts.displayPartsToString(info?.displayParts),
      ts.displayPartsToString(info?.documentation),
      ...tags,
    ]
      .join("\n")
      .trim();
  });
}

describe("the editor's hover text", function () {
  this.timeout(60_000);

  it("of five fields is what the guide shows", () => {
    const guide = readFileSync("docs/typed-resources.md", "utf8");
    for (const hover of hovers()) {
      assert.ok(guide.includes(`\`\`\`text\n${hover}\n\`\`\``), hover);
    }
  });
});
