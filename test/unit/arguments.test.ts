import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020";
import { parse } from "yaml";
import { publicEntry, publicFiles } from "../../scripts/arguments/public-files";
import { writtenOfArguments } from "../../scripts/arguments/written";
import { stackNames } from "../../scripts/programs";

/** JSON without its layout, which a formatter chooses. */
const said = (file: string, text: string): unknown =>
  file.endsWith(".json") ? JSON.parse(text) : text;

describe("what is made of the components' interfaces", function () {
  this.timeout(30_000);
  let written: Record<string, string>;

  before(() => {
    written = { ...writtenOfArguments(), [publicEntry]: publicFiles() };
  });

  for (const file of [
    publicEntry,
    "schemas/arguments.json",
    "schemas/stack-file.json",
    "schemas/provider/schema.json",
    "docs/arguments.md",
    "docs/stack.md",
    "README.md",
  ]) {
    it(`is what ${file} says`, () => {
      assert.deepEqual(
        said(file, readFileSync(file, "utf8")),
        said(file, written[file] ?? ""),
        `${file} is stale; run scripts/update-arguments`,
      );
    });
  }

  it("marks what a stack file gets wrong, and takes the stacks that there are", () => {
    const schema = JSON.parse(written["schemas/stack-file.json"] ?? "");
    const validate = new Ajv2020({ strict: false }).compile(schema);
    for (const stack of stackNames(".")) {
      const file = readFileSync(`Pulumi.${stack}.yaml`, "utf8");
      const { config } = parse(file) as { config: Record<string, unknown> };
      assert.ok(validate({ config }), `${stack}: ${JSON.stringify(validate.errors)}`);
      assert.match(file, /^# yaml-language-server: \$schema=schemas\/stack-file\.json$/m);
      const mistakes: [string, unknown][] = [
        ["istio-mesh:mesh", { profile: "sidecar", verson: "1.31.2" }],
        ["istio-mesh:mesh", { profile: "ambiant" }],
        ["istio-mesh:gateway", { numTrustedProxies: "1" }],
        ["istio-mesh:meshes", {}],
        ["istio-mesh:namespaces", { shop: "sidecars" }],
        ["istio-mesh:namespaces", { shop: { dataPlaneMode: "sidecar", revison: "1-31-4" } }],
        ["istio-mesh:bookinfo", { namespace: "shop", reviews: { v1: 100 }, replicas: "2" }],
        ["istio-mesh:coolstore", { namespace: "shop", catalog: { v1: 100 }, matches: [{}] }],
        ["istio-mesh:mutualTls", { shop: { namespace: "shop", mode: "strict" } }],
      ];
      for (const [key, value] of mistakes) {
        assert.equal(validate({ config: { ...config, [key]: value } }), false, key);
      }
    }
  });
});
