import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { must } from "../support/command";
import { ownProject } from "../support/own-project";
import { Peers } from "../support/peers";

/** Makes two resources that break a rule, in a program where a package cannot be found. */
const program = (missing: string) => `
const Module = require("node:module");
const load = Module._load;
Module._load = function (request, ...rest) {
  if (request.startsWith(${JSON.stringify(missing)})) {
    throw Object.assign(new Error("not installed"), { code: "MODULE_NOT_FOUND" });
  }
  return load.call(this, request, ...rest);
};
const pulumi = require("@pulumi/pulumi");
const { security } = require("istio-mesh");
const said = [];
pulumi.log.warn = async (message) => { said.push(message); };
const spec = { portLevelMtls: { 80: { mode: "STRICT" } } };
pulumi.runtime
  .setMocks({ newResource: ({ name, inputs }) => ({ id: name, state: inputs }), call: ({ inputs }) => inputs })
  .then(() => {
    for (const name of ["one", "two"]) {
      try {
        new security.v1.PeerAuthentication(name, { metadata: { name }, spec });
      } catch (error) {
        said.push(error.errors[0].propertyPath);
      }
    }
    process.stdout.write(JSON.stringify(said));
  });
`;

const warningsWithout = async (missing: string): Promise<string[]> =>
  JSON.parse(await must("node", ["--eval", program(missing)]));

/** Every relative link of a page, as a path from the package's own folder. */
function linksOf(page: string): string[] {
  const text = readFileSync(page, "utf8");
  return [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !target.includes("://"))
    .map((target) => normalize(join(dirname(page), target)));
}

describe("the packed files", function () {
  this.timeout(60_000);
  let packed: string[];

  before("npm pack --dry-run", async () => {
    const told = await must("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"]);
    packed = JSON.parse(told)[0].files.map(({ path }: { path: string }) => path);
  });

  it("have every page and program that a page for users links to", () => {
    // CONTRIBUTING.md is about the repository and leads there.
    const pages = packed.filter((file) => file.endsWith(".md") && file !== "CONTRIBUTING.md");
    const lost = pages.flatMap((page) =>
      linksOf(page)
        .filter((target) => !packed.includes(target))
        .map((target) => `${page}: ${target}`),
    );
    assert.ok(pages.includes("README.md") && linksOf("README.md").length > 30);
    assert.deepEqual(lost, []);
  });

  it("are not among those that git would add", async () => {
    await must("git", ["check-ignore", "istio-mesh-0.1.0.tgz"]);
  });
});

describe("the built package", function () {
  this.timeout(60_000);

  before("npm run build", async () => {
    await must("npm", ["run", "--silent", "build"]);
  });

  it("is found by its name, from CommonJS and from ECMAScript modules", async () => {
    const kinds = "Object.keys(mesh.networking.v1).join()";
    const common = `const mesh = require("istio-mesh"); process.stdout.write(${kinds})`;
    const module = `import * as mesh from "istio-mesh"; process.stdout.write(${kinds})`;
    const expected =
      "DestinationRule,Gateway,ServiceEntry,Sidecar,VirtualService,WorkloadEntry,WorkloadGroup";
    assert.equal(await must("node", ["--eval", common]), expected);
    assert.equal(await must("node", ["--input-type=module", "--eval", module]), expected);
  });

  it("has the test kit beside it, which runs a program that uses the package", async () => {
    const program = `
      const { MeshNamespace } = require("istio-mesh");
      const { meshOf } = require("istio-mesh/testing");
      meshOf(() => new MeshNamespace("shop", { dataPlaneMode: "sidecar" })).then(({ objects }) => {
        process.stdout.write(objects.map(({ kind, metadata }) => kind + " " + metadata.name).join());
      });`;
    assert.equal(await must("node", ["--eval", program]), "Namespace shop");
    const module =
      'import { meshOf } from "istio-mesh/testing"; process.stdout.write(typeof meshOf)';
    assert.equal(await must("node", ["--input-type=module", "--eval", module]), "function");
  });

  it("is found, with its types, by every way of resolving, and has nothing that a registry would mind", async () => {
    const dir = mkdtempSync(join(tmpdir(), "packed-"));
    const packing = ["pack", "--silent", "--ignore-scripts", "--pack-destination", dir];
    const archive = join(dir, (await must("npm", packing)).trim());
    const shape = await must("npx", ["--no-install", "attw", archive, "--format", "json"]);
    assert.deepEqual(JSON.parse(shape).problems ?? {}, {});
    const said = await must("npx", ["--no-install", "publint", "run", archive, "--strict"]);
    assert.match(said, /All good!/);
    rmSync(dir, { recursive: true });
  });

  it("knows what its components take", async () => {
    const wrong = 'new (require("istio-mesh").MutualTls)("x", { namspace: "shop" })';
    const said = `try { ${wrong} } catch ({ errors }) { process.stdout.write(errors[0].reason) }`;
    assert.match(
      await must("node", ["--eval", said]),
      /is not an argument.*did you mean "namespace"/,
    );
  });

  it("takes resources with one note when the language of the rules is not installed", async () => {
    assert.deepEqual(await warningsWithout("@bufbuild/cel"), [
      "the rules of the custom resource definitions are not checked: the optional package @bufbuild/cel is not installed",
    ]);
  });

  it("says nothing of that when it is there", async () => {
    assert.deepEqual(await warningsWithout("no-such-package"), ["spec", "spec"]);
  });
});

/** What a program of another project does with the library, by whichever way it got it. */
const use = `
  const said = [];
  await pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      said.push(type.split(":").pop() + " " + name);
      return { id: name, state: inputs };
    },
    call: ({ inputs }) => inputs,
  });
  const { name: namespace } = new mesh.MeshNamespace("shop", { dataPlaneMode: mesh.MeshMode.Sidecar });
  try {
    new mesh.Canary("catalog", { service: "catalog", namespace, versions: [{ name: "v1", weight: 90 }] });
  } catch ({ errors }) {
    said.push(errors[0].propertyPath + ": " + errors[0].reason);
  }
  await pulumi.runtime.disconnect();
  process.stdout.write(JSON.stringify(said));
`;

describe("the packed file in another project", function () {
  this.timeout(120_000);
  let dir: string;

  before("install it", async () => {
    dir = await ownProject("build/test/package-project", Peers.Newest);
  });

  const said = async (file: string, program: string): Promise<string> => {
    writeFileSync(join(dir, file), program);
    return must("node", [join(dir, file)]);
  };

  const imports =
    'import * as pulumi from "@pulumi/pulumi";\nimport * as mesh from "istio-mesh";\n';
  const requires = `const pulumi = require("@pulumi/pulumi");\nconst mesh = require("istio-mesh");\n`;

  for (const [what, file, program] of [
    ["CommonJS", "main.cjs", `${requires}(async () => {${use}})();`],
    ["ECMAScript modules", "main.mjs", imports + use],
  ] as const) {
    it(`works by ${what}`, async () => {
      assert.deepEqual(JSON.parse(await said(file, program)), [
        "versions: weights add up to 90 (v1 90); they must add up to 100",
        "MeshNamespace shop",
        "Namespace shop",
      ]);
    });
  }

  it("is one library for both, so that they know of each other's components", async () => {
    const program = `${requires}
      import("istio-mesh").then(({ Canary }) => process.stdout.write(String(Canary === mesh.Canary)));`;
    assert.equal(await said("both.cjs", program), "true");
  });

  it("has the program by which other languages get components, and its schema with the version", async () => {
    const provider = join(dir, "node_modules/istio-mesh/dist/provider");
    const { version, resources } = JSON.parse(readFileSync(join(provider, "schema.json"), "utf8"));
    assert.equal(version, JSON.parse(readFileSync("package.json", "utf8")).version);
    assert.ok("istio-mesh:index:Canary" in resources);
    // Pulumi reads the port that it listens at.
    const program = spawn(join(provider, "pulumi-resource-istio-mesh"), ["127.0.0.1:1"]);
    try {
      const [port] = await once(program.stdout, "data");
      assert.match(String(port), /^\d+\n$/);
    } finally {
      program.kill();
    }
  });
});
