import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PackageSchema } from "../../schemas/package-schema";
import { ownProgram } from "../own-program";
import { describeClasses } from "./class-outputs";
import { describeArguments } from "./describe";
import { packageSchema } from "./package-schema";

const about = { name: "istio-mesh", description: "Things.", license: "Apache-2.0" };

/** The package of a class Thing, of which a file says this. */
function packageOf(declared: string): PackageSchema {
  const folder = mkdtempSync(join(tmpdir(), "package-schema-"));
  try {
    const entry = join(folder, "index.ts");
    writeFileSync(entry, `import type * as pulumi from "@pulumi/pulumi";\n${declared}`);
    const program = ownProgram(entry);
    const classes = describeClasses(program, entry, ["Thing"]);
    return packageSchema(describeArguments(program, entry), classes, about);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const thing = (args: string, outputs = "") =>
  packageOf(`
    export interface Part { size: pulumi.Input<number> }
    export interface ThingArgs {
${args} }
    /** A thing. */
    export class Thing {
${outputs}
constructor(name: string, args: ThingArgs) {} }`);

const inputOf = (args: string) =>
  thing(args).resources["istio-mesh:index:Thing"]?.inputProperties.a;

describe("the package of the components", () => {
  const part = "#/types/istio-mesh:index:Part";
  const rows: [what: string, argument: string, expected: object][] = [
    ["what may arrive later", "a?: pulumi.Input<string>", { type: "string" }],
    ["what has to be plain", "a?: number", { type: "number", plain: true }],
    [
      "a plain list of what may arrive later",
      "a?: pulumi.Input<string>[]",
      { type: "array", items: { type: "string" }, plain: true },
    ],
    [
      "a map that may arrive later as a whole",
      "a?: pulumi.Input<{ [key: string]: boolean }>",
      { type: "object", additionalProperties: { type: "boolean", plain: true } },
    ],
    ["a part", "a?: Part", { $ref: part, plain: true }],
    [
      "anything, which may hold what arrives later",
      "a?: { [key: string]: any }",
      { type: "object", additionalProperties: { $ref: "pulumi.json#/Any" }, plain: true },
    ],
  ];
  for (const [what, argument, expected] of rows) {
    it(`takes ${what}`, () => {
      assert.deepEqual(inputOf(argument), { description: "", ...expected });
    });
  }

  it("says of words which there are, and what is meant by none", () => {
    const described = inputOf('/** How.\n @default "x" */ a?: "x" | "y"');
    assert.deepEqual(described, {
      description: 'How. One of `x`, `y`. Default: "x".',
      type: "string",
      plain: true,
    });
  });

  it("marks secrets", () => {
    assert.equal(inputOf("/** A key. @secret */ a?: pulumi.Input<string>")?.secret, true);
  });

  it("knows what is needed, of arguments and of parts, and has no part that nothing refers to", () => {
    const { resources, types } = thing("a: string; b?: Part");
    assert.deepEqual(resources["istio-mesh:index:Thing"]?.requiredInputs, ["a"]);
    assert.deepEqual(types, {
      "istio-mesh:index:Part": {
        type: "object",
        properties: { size: { description: "", type: "number" } },
        required: ["size"],
      },
    });
    assert.deepEqual(thing("a: string").types, {});
  });

  it("hands out outputs, and nothing else of a class", () => {
    const { resources } = thing(
      "",
      `/** Its host. */
       readonly host: pulumi.Output<string>;
       readonly ip: pulumi.Output<string | undefined>;
       readonly part: pulumi.Output<Part>;
       readonly other: pulumi.Output<Elsewhere>;
       private readonly size: number;
       get child(): pulumi.Output<string> { return this.host; }`,
    );
    const { description, properties, required } = resources["istio-mesh:index:Thing"] ?? {};
    assert.equal(description, "A thing.");
    assert.deepEqual(properties, {
      host: { description: "Its host.", type: "string" },
      ip: { description: "", type: "string" },
      part: { description: "", $ref: "pulumi.json#/Any" },
      other: { description: "", $ref: "pulumi.json#/Any" },
    });
    assert.deepEqual(required, ["host", "part", "other"]);
  });

  it("tells parts of one name apart by their files", () => {
    assert.deepEqual(
      Object.keys(
        packageSchema(
          {
            roots: { Thing: { ref: "ThingArgs" } },
            definitions: {
              ThingArgs: {
                a: { type: { ref: "mesh-telemetry-args/Tag" }, doc: { text: "", see: [] } },
              },
              "mesh-telemetry-args/Tag": {},
            },
          },
          { Thing: { text: "", outputs: {} } },
          about,
        ).types,
      ),
      ["istio-mesh:index:MeshTelemetryTag"],
    );
  });
});
