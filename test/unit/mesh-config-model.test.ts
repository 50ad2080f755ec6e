import assert from "node:assert/strict";
import { Field, type Type } from "protobufjs";
import { modelOf } from "../../scripts/schemas/mesh-config/model";
import { meshConfigMessage } from "../../scripts/schemas/mesh-config/protos";
import { moduleDir } from "../../scripts/schemas/module-dir";
import versions from "../../versions.json";

describe("the types of the mesh config", function () {
  this.timeout(60_000);
  let message: Type;
  beforeEach(async () => {
    message = await meshConfigMessage(moduleDir("istio.io/api", `v${versions.istio}`));
  });

  it("are not written while a field of Istio's has neither words nor a reason to leave it out", () => {
    message.add(new Field("novel_setting", 9999, "string"));
    assert.throws(() => modelOf(message), {
      message: "MeshConfig.novelsetting has neither words nor a reason to leave it out",
    });
  });

  it("are not written while words, or a reason, are of a field that is gone", () => {
    message.remove(message.fields.trustDomain as Field);
    message.remove(message.fields.ca as Field);
    assert.throws(() => modelOf(message), {
      message:
        "MeshConfig.ca is left out, and is no field or is taken\nMeshConfig.trustDomain has words, and is no field",
    });
  });

  it("leave out what is deprecated, without a reason", () => {
    const [top] = modelOf(message);
    assert.equal(top?.name, "MeshConfig");
    assert.equal(message.fields.certificates?.options?.deprecated, true);
    assert.equal(
      top.fields.some(({ name }) => name === "certificates"),
      false,
    );
  });

  it("have a list for what is repeated, and the words of an enum but not the one for nothing", () => {
    const fields = new Map(modelOf(message)[0]?.fields.map((field) => [field.name, field]));
    assert.deepEqual(fields.get("ingressControllerMode")?.shape, ["OFF", "DEFAULT", "STRICT"]);
    assert.deepEqual(fields.get("extensionProviders")?.shape, { each: "ExtensionProvider" });
    assert.equal(fields.get("trustDomainAliases")?.type, "pulumi.Input<string>[]");
    assert.equal(fields.get("proxyListenPort")?.shape, "port");
  });
});
