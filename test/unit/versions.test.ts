import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { SourceManifest } from "../../schemas/kind-schema";
import { Product } from "../../schemas/releases";
import { places } from "../../scripts/versions/places";
import { stamped, writtenOfVersions } from "../../scripts/versions/written";
import versions from "../../versions.json";

/** Files in which a version stands that was current when they were written, or that are written by a command. */
const tellsOfVersions =
  /^(versions\.json|CHANGELOG\.md|changes\/.*|schemas\/.*\.json|components\/resources\/.*|docs\/(arguments|components|stack|transitions)\.md|.*\/go\.(mod|sum)|(.*\/)?package-lock\.json|lab\/internal\/toolchain\/versions\.go)$/;

const { later, charts, kubernetesProvider, ...single } = versions;

/**
 * The versions that stand in one place. The provider's is not among them: it is the oldest that the
 * library is for, too, and package.json says that. Of the later releases no special version is meant
 * where a test names one.
 */
const pinned = [...Object.values(single), ...Object.values(charts)];

/** Each line of a tracked file that names one of the versions, without the lines that are written by the command. */
function named(): string[] {
  const pattern = pinned.map((version) => version.replaceAll(".", "\\.")).join("|");
  const found = execFileSync(
    "git",
    ["grep", "--untracked", "-nP", `(?<![\\d.])(${pattern})(?![\\d]|\\.\\d)`],
    { encoding: "utf8" },
  );
  return found
    .trimEnd()
    .split("\n")
    .filter((line) => !tellsOfVersions.test(line.split(":")[0] ?? ""));
}

const isPlace = (line: string): boolean =>
  places.some(({ file, text, version }) => {
    const [path = ""] = line.split(":");
    const ends = file.startsWith("/") ? path.endsWith(file) : path === file;
    return ends && line.includes(text.replace("…", version).trim());
  });

describe("versions.json", () => {
  it("is the only place of a version, but for what is written from it", () => {
    assert.deepEqual(
      named().filter((line) => !isPlace(line)),
      [],
    );
  });

  it("is what the files say that are written from it", () => {
    for (const [file, text] of Object.entries(writtenOfVersions())) {
      assert.equal(readFileSync(file, "utf8"), text, `${file}: run scripts/update-versions`);
    }
  });

  it("is not written to where a file does not name one version in the words that are expected", () => {
    const place = { file: "a.yaml", text: "version: …\n", version: "1.2.3" };
    assert.equal(stamped("a: 1\nversion: 1.2.2\n", place), "a: 1\nversion: 1.2.3\n");
    assert.throws(() => stamped("version: latest\n", place), /a\.yaml says 0 times "version: …/);
    assert.throws(() => stamped("version: 1.0.0\nversion: 1.0.1\n", place), /says 2 times/);
  });

  it("names the releases whose definitions are stored", () => {
    const { sources }: SourceManifest = JSON.parse(readFileSync("schemas/sources.json", "utf8"));
    const stored = (product: Product) =>
      sources.filter((source) => source.product === product).map(({ version }) => version.slice(1));
    assert.deepEqual(stored(Product.Istio), [versions.istio, ...later.istio]);
    assert.deepEqual(stored(Product.GatewayApi), [versions.gatewayApi, ...later.gatewayApi]);
  });

  it("has the oldest provider that the library is for", () => {
    const { peerDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    assert.equal(peerDependencies["@pulumi/kubernetes"], `^${kubernetesProvider}`);
  });

  it("has one release of the Gateway API, in the manifest and in the definitions", () => {
    const release = (version: string) => version.replace(/\.\d+$/, "");
    assert.equal(release(versions.gatewayApiManifest), release(versions.gatewayApi));
  });

  for (const [folder, module, version] of [
    ["kubernetes", "k8s.io/kubernetes", versions.kubernetes],
    ["cert-manager", "github.com/cert-manager/cert-manager", versions.certManager],
    ["pulumi", "github.com/pulumi/pulumi/pkg/v3", versions.pulumi],
  ] as const) {
    it(`has the version of ${module} that the lab builds`, () => {
      const pins = readFileSync(`lab/modules/${folder}/go.mod`, "utf8");
      assert.equal(new RegExp(`\\s${module} v(\\S+)`).exec(pins)?.[1], version);
    });
  }
});
