import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { releases } from "../../schemas/releases";
import { meshConfigFrom, releaseFor } from "../read/mesh-settings";
import { suppressions } from "./settings";

describe("settings of the command", () => {
  it("name a release or a version of it", () => {
    const [first, later = ""] = releases.Istio;
    assert.deepEqual([undefined, first, `${first}.2`, `v${later}.0`].map(releaseFor), [
      undefined,
      undefined,
      undefined,
      `istio-${later}`,
    ]);
    assert.throws(() => releaseFor("1.2"), {
      message: `--release "1.2": nothing is known of it; known are ${releases.Istio.join(", ")}`,
    });
  });

  it("name what is not to be told, as istioctl writes it", () => {
    assert.deepEqual(suppressions(["IST0103=Pod *.shop"]), [
      { code: "IST0103", object: "Pod *.shop" },
    ]);
    assert.throws(() => suppressions(["IST0103"]), /write "CODE=Kind name\.namespace"/);
  });

  describe("have a mesh config", () => {
    const folder = mkdtempSync(join(tmpdir(), "mesh-config-"));
    const file = join(folder, "mesh.yaml");
    const from = (text: string) => {
      writeFileSync(file, text);
      return meshConfigFrom(file);
    };

    after(() => {
      rmSync(folder, { recursive: true });
    });

    it("alone, in its ConfigMap, or in an IstioOperator", async () => {
      const expected = { rootNamespace: "mesh" };
      assert.deepEqual(await from("rootNamespace: mesh\n"), expected);
      assert.deepEqual(
        await from("kind: ConfigMap\ndata:\n  mesh: |\n    rootNamespace: mesh\n"),
        expected,
      );
      assert.deepEqual(await from("spec: {meshConfig: {rootNamespace: mesh}}\n"), expected);
    });

    it("that is a map, or it is refused", async () => {
      await assert.rejects(from("- a\n"), {
        message: `--mesh-config ${file}: is no mesh config: a map of its settings is needed`,
      });
      await assert.rejects(meshConfigFrom(join(folder, "none")), /there is no such file/);
    });
  });
});
