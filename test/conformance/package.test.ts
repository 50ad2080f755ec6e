import assert from "node:assert/strict";
import { must } from "../support/lab";

/** Prints the warnings of two resources in a program where a package cannot be found. */
const program = (missing: string) => `
const Module = require("node:module");
const load = Module._load;
Module._load = function (request, ...rest) {
  if (request.startsWith(${JSON.stringify(missing)})) {
    throw Object.assign(new Error("not installed"), { code: "MODULE_NOT_FOUND" });
  }
  return load.call(this, request, ...rest);
};
const { checkedArgs } = require("./dist/components/resources/object-check.js");
const subject = { apiVersion: "security.istio.io/v1", kind: "PeerAuthentication", name: "x" };
const args = { spec: { portLevelMtls: { 80: { mode: "STRICT" } } } };
const said = [1, 2].flatMap(() => {
  try {
    return checkedArgs(subject, args).warnings;
  } catch (error) {
    return [error.errors[0].propertyPath];
  }
});
process.stdout.write(JSON.stringify(said));
`;

const warningsWithout = async (missing: string): Promise<string[]> =>
  JSON.parse(await must("node", ["--eval", program(missing)]));

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

  it("takes resources with one note when the language of the rules is not installed", async () => {
    assert.deepEqual(await warningsWithout("@bufbuild/cel"), [
      "the rules of the custom resource definitions are not checked: the optional package @bufbuild/cel is not installed",
    ]);
  });

  it("says nothing of that when it is there", async () => {
    assert.deepEqual(await warningsWithout("no-such-package"), ["spec", "spec"]);
  });
});
