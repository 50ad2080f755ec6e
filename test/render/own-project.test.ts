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

/** The files of the README's section for users, by name. */
function programOfReadme(): Record<string, string> {
  const [, section = ""] = readFileSync("README.md", "utf8").split("\n## In a project of yours\n");
  const block = (language: string) => {
    const [, text] = new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(section) ?? [];
    assert.ok(text, `the README has a block of ${language}`);
    return text;
  };
  return {
    "Pulumi.yaml": block("yaml"),
    "tsconfig.json": block("json"),
    "index.ts": block("ts"),
  };
}

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

/** `operation type name` of everything that a preview of the user's folder would do. */
async function preview(dir: string, ...options: string[]): Promise<string[]> {
  const bin = await hostWithOptions(dir, ...options);
  const inFolder = (...command: string[]) => [
    ...["tools", "--state", state, "sh", "-ec", `cd "$0"; PATH="$1:$PATH"; shift; exec "$@"`],
    ...[dir, bin, ...command],
  ];
  mkdirSync(join(state, "state"), { recursive: true });
  await must("lab/lab", inFolder("pulumi", "stack", "select", "--create", ...stack));
  const rendered = ["config", "set", "kubernetes:renderYamlToDirectory", join(dir, "rendered")];
  await must("lab/lab", inFolder("pulumi", ...rendered, ...stack));
  const { code, stdout, stderr } = await run(
    "lab/lab",
    inFolder("pulumi", "preview", "--json", ...stack),
  );
  assert.equal(code, 0, stdout + stderr);
  const { steps, diagnostics = [] } = JSON.parse(stdout);
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
