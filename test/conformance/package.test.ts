import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, normalize } from "node:path";
import { must } from "../support/command";

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
