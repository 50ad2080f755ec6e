import assert from "node:assert/strict";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { must, run } from "../support/command";
import { ownProject } from "../support/own-project";
import { Peers } from "../support/peers";

const state = resolve("build/test/own-project-state");
const stack = ["--stack", "dev"];

/** The blocks of a language in the README's section for users. */
function blocksOfReadme(language: string): string[] {
  const [, section = ""] = readFileSync("README.md", "utf8").split("\n## In a project of yours\n");
  const [own = ""] = section.split("\n## ");
  const blocks = own.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, "g"));
  return [...blocks].map(([, text = ""]) => text);
}

/** The one block of a language, or the one at a place among several. */
function block(language: string, at = 0): string {
  const text = blocksOfReadme(language)[at];
  assert.ok(text, `the README has block ${at} of ${language}`);
  return text;
}

/** The files of the first program of that section, by name. */
const programOfReadme = (): Record<string, string> => ({
  "Pulumi.yaml": block("yaml"),
  "tsconfig.json": block("json"),
  "index.ts": block("ts"),
});

/** The program that has the mesh, and what the first one then adds. */
const platformOfReadme = (): Record<string, string> => ({
  ...programOfReadme(),
  "Pulumi.yaml": block("yaml").replace("name: shop", "name: platform"),
  "index.ts": block("ts", 1),
});

/** Imports stand at the top. */
const joined = (first: string, second: string): string => {
  const lines = `${first}\n${second}`.split("\n");
  const imports = lines.filter((line) => line.startsWith("import "));
  return [...imports, ...lines.filter((line) => !imports.includes(line))].join("\n");
};

const write = (dir: string, files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(dir, name), text);
  }
};

/**
 * The lab's language host is older than the way in which the CLI passes the runtime options of
 * Pulumi.yaml. A program in front of it passes them as that host takes them.
 */
async function hostWithOptions(dir: string, ...options: string[]): Promise<string> {
  const host = (await must("lab/lab", ["bin", "pulumi-language-nodejs"])).trim();
  const bin = join(dir, "bin");
  mkdirSync(bin, { recursive: true });
  const program = join(bin, "pulumi-language-nodejs");
  const quoted = options.map((option) => `'${option}'`).join(" ");
  writeFileSync(program, `#!/bin/sh\nexec ${host} ${quoted} "$@"\n`);
  chmodSync(program, 0o755);
  return bin;
}

/** Runs a command in a user's folder, with the tools of the lab. */
async function inFolder(dir: string, options: readonly string[], ...command: string[]) {
  const bin = await hostWithOptions(dir, ...options);
  return run("lab/lab", [
    ...["tools", "--state", state, "sh", "-ec", `cd "$0"; PATH="$1:$PATH"; shift; exec "$@"`],
    ...[dir, bin, ...command],
  ]);
}

/** A stack that renders, set up. */
async function newStack(dir: string, options: readonly string[]): Promise<void> {
  const rendered = ["config", "set", "kubernetes:renderYamlToDirectory", join(dir, "rendered")];
  for (const args of [
    ["stack", "select", "--create", ...stack],
    [...rendered, ...stack],
  ]) {
    const { code, stdout, stderr } = await inFolder(dir, options, "pulumi", ...args);
    assert.equal(code, 0, stdout + stderr);
  }
}

/** `operation type name` of everything that a preview of the user's folder would do. */
async function preview(dir: string, ...options: string[]): Promise<string[]> {
  await newStack(dir, options);
  const asked = await inFolder(dir, options, "pulumi", "preview", "--json", ...stack);
  assert.equal(asked.code, 0, asked.stdout + asked.stderr);
  const { steps, diagnostics = [] } = JSON.parse(asked.stdout);
  const severe = diagnostics.filter(({ severity }: { severity: string }) => severity === "error");
  assert.deepEqual(severe, []);
  return steps
    .map(({ op, urn }: { op: string; urn: string }) => {
      const [type = "", name = ""] = urn.split("::").slice(2);
      return `${op} ${type.split(/[$:]/).at(-1)} ${name}`;
    })
    .sort();
}

const ofReadme = [
  "create Canary catalog",
  "create DestinationRule catalog-v1",
  "create DestinationRule catalog-v2",
  "create MeshNamespace shop",
  "create MutualTls shop",
  "create Namespace shop",
  "create PeerAuthentication shop",
  "create Stack shop-dev",
  "create VirtualService catalog",
];

describe("a project of a user, with the packed library and nothing of this repository", function () {
  this.timeout(300_000);

  for (const { runtime, peers, options } of [
    { runtime: "Pulumi's own TypeScript", peers: Peers.Newest, options: [] },
    {
      runtime: "tsx",
      peers: Peers.Newest,
      options: ["-typescript=false", "-nodeargs=--import tsx"],
    },
    { runtime: "Pulumi's own TypeScript", peers: Peers.Oldest, options: [] },
  ]) {
    describe(`by ${runtime} and the ${peers} peers`, () => {
      let dir: string;

      beforeEach("an empty folder, the packages installed", async () => {
        dir = await ownProject(`build/test/own-project`, peers);
      });

      it("runs the program of the README", async () => {
        write(dir, programOfReadme());
        assert.deepEqual(await preview(dir, ...options), ofReadme);
      });

      it("runs an example, copied as it is", async () => {
        for (const file of readdirSync("examples/canary")) {
          copyFileSync(join("examples/canary", file), join(dir, file));
        }
        const steps = await preview(dir, ...options);
        assert.ok(steps.includes("create Canary catalog"), steps.join("\n"));
        assert.ok(steps.every((step) => step.startsWith("create ")));
      });
    });
  }
});

describe("two projects of a user, the mesh in one of its own", function () {
  this.timeout(300_000);

  it("are those of the README", async () => {
    const dir = await ownProject("build/test/own-project", Peers.Newest);
    const platform = join(dir, "platform");
    mkdirSync(platform);
    write(platform, platformOfReadme());
    await newStack(platform, []);
    // As the README says, with the folder of charts that the lab has.
    const installed = `pulumi config set --path charts.path "$ISTIO_MESH_CHARTS" --stack dev && pulumi up --yes --skip-preview --stack dev`;
    const { code, stdout, stderr } = await inFolder(platform, [], "sh", "-c", installed);
    assert.equal(code, 0, stdout + stderr);
    const program = joined(block("ts"), block("ts", 2));
    write(dir, { ...programOfReadme(), "index.ts": program });
    const steps = await preview(dir);
    assert.deepEqual(
      steps.filter((step) => !ofReadme.includes(step)),
      [
        "create AppGateway shop",
        "create Gateway shop",
        "create VirtualService shop",
        "read StackReference organization/platform/dev",
      ],
    );
  });
});

describe("every example", () => {
  for (const name of readdirSync("examples")) {
    it(`${name} has the settings of TypeScript in its own folder`, () => {
      const tsconfig = readFileSync(join("examples", name, "tsconfig.json"), "utf8");
      assert.deepEqual(JSON.parse(tsconfig), JSON.parse(programOfReadme()["tsconfig.json"] ?? ""));
    });

    it(`${name} runs by the options of the README`, () => {
      const own = readFileSync(join("examples", name, "Pulumi.yaml"), "utf8");
      assert.match(
        own,
        /\nmain: index\.ts\nruntime:\n {2}name: nodejs\n {2}options:\n {4}typescript: false\n {4}nodeargs: --import tsx\n(?:config:|$)/,
      );
    });
  }
});
