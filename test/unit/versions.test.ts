import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  defaultGatewayApiManifest,
  defaultVersion,
  gatewayApiVersion,
} from "../../components/install/version";
import type { SourceManifest } from "../../schemas/kind-schema";
import { Product, releases } from "../../schemas/releases";

const { sources }: SourceManifest = JSON.parse(readFileSync("schemas/sources.json", "utf8"));
const pins = readFileSync("lab/internal/toolchain/pins.go", "utf8");
const pin = (name: string) => new RegExp(`${name} += "(\\S+)"`).exec(pins)?.[1] ?? "";

describe("the versions that are named in several places", () => {
  it("of Istio: the default is the one that the schemas are from", () => {
    const source = sources.find(({ product }) => product === Product.Istio);
    assert.equal(source?.version, `v${defaultVersion}`);
  });

  it("are of one release in the library, its schemas and the lab", () => {
    const [istio] = releases[Product.Istio];
    const [gatewayApi] = releases[Product.GatewayApi];
    assert.ok(defaultVersion.startsWith(`${istio}.`));
    assert.equal(pin("IstioVersion"), defaultVersion);
    assert.ok(gatewayApiVersion(defaultGatewayApiManifest)?.startsWith(`${gatewayApi}.`));
    assert.equal(gatewayApiVersion(defaultGatewayApiManifest), pin("gatewayAPIVersion"));
  });

  it("stand in the docs of arguments as they are", () => {
    const files = readdirSync("components", { recursive: true, encoding: "utf8" });
    const named = files
      .filter((file) => file.endsWith("-args.ts"))
      .flatMap((file) => [
        ...readFileSync(join("components", file), "utf8").matchAll(/@default .*"(1\.3\d\.\d+)"/g),
      ])
      .map(([, version]) => version);
    assert.ok(named.length >= 3);
    assert.deepEqual(new Set(named), new Set([defaultVersion]));
  });

  it("stand in the stacks and in the example of a control plane", () => {
    for (const file of ["Pulumi.dev.yaml", "Pulumi.ambient.yaml"]) {
      assert.ok(readFileSync(file, "utf8").includes(`version: ${defaultVersion}\n`), file);
    }
    const example = readFileSync("examples/control-plane/index.ts", "utf8");
    assert.ok(example.includes(`version: "${defaultVersion}"`));
  });
});
