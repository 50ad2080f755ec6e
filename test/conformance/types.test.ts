import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import * as ts from "typescript";
import { type Mistake, mistakes } from "../support/mistakes";
import { moduleDir, type Sample, samples } from "../support/published";

const head = 'import { extensions, gateway, networking, security, telemetry } from "istio-mesh";\n';
const use = "export const used = [extensions, gateway, networking, security, telemetry];\n";

/** Messages of the compiler by file, for programs that exist in memory only. */
function compile(programs: ReadonlyMap<string, string>): Map<string, string[]> {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ".");
  const dir = resolve("build/test/types");
  const texts = new Map([...programs].map(([name, text]) => [join(dir, `${name}.ts`), text]));
  const host = ts.createCompilerHost(options);
  const { readFile, fileExists, getSourceFile } = host;
  host.readFile = (file) => texts.get(file) ?? readFile.call(host, file);
  host.fileExists = (file) => texts.has(file) || fileExists.call(host, file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(file);
    return text === undefined
      ? getSourceFile.call(host, file, version, ...rest)
      : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return new Map(
    [...texts.keys()].map((file) => [
      file.slice(dir.length + 1, -".ts".length),
      ts
        .getPreEmitDiagnostics(program, program.getSourceFile(file))
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    ]),
  );
}

const program = ({ resource }: Mistake, spec: string) =>
  `${head}${use}new ${resource}("x", { metadata: { name: "x" }, spec: ${spec} });\n`;

describe("mistakes in a program", function () {
  this.timeout(60_000);
  let messages = new Map<string, string[]>();

  before("compile", () => {
    messages = compile(
      new Map(
        mistakes.flatMap((mistake, i) => [
          [`right-${i}`, program(mistake, mistake.right)],
          [`wrong-${i}`, program(mistake, mistake.wrong)],
        ]),
      ),
    );
  });

  mistakes.forEach(({ what, resource }, i) => {
    it(`do not compile: ${what} (${resource})`, () => {
      assert.deepEqual(messages.get(`right-${i}`), []);
      assert.equal(messages.get(`wrong-${i}`)?.length, 1);
    });
  });
});

/** The class of an object in the library. */
function className({ apiVersion, kind }: Sample["object"]): string {
  const [group = "", version = ""] = apiVersion.split("/");
  return `${group.split(".")[0]}.${version}.${kind}`;
}

describe("published objects as programs", function () {
  this.timeout(60_000);

  it("compile", () => {
    const istio = moduleDir("istio");
    const sets = {
      dataset: samples(join(istio, "pkg/test/datasets/validation/dataset")),
      samples: samples(join(istio, "samples")),
      gateway: samples(join(moduleDir("gateway-api"), "examples/standard")),
    };
    const programs = Object.entries(sets).map(([name, all]) => {
      const resources = all.map(({ object }, i) => {
        const { metadata, spec } = object;
        return `new ${className(object)}("x${i}", ${JSON.stringify({ metadata, spec: spec ?? {} })});\n`;
      });
      return [name, `${head}${use}${resources.join("")}`] as const;
    });
    assert.deepEqual(Object.fromEntries(compile(new Map(programs))), {
      dataset: [],
      samples: [],
      gateway: [],
    });
    assert.deepEqual(
      Object.values(sets).map((all) => all.length),
      [33, 90, 92],
    );
  });
});
