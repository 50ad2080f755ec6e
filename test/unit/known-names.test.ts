import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";

const root = path.resolve(__dirname, "../..");
const folders = ["analysis", "arguments", "components", "stack", "testing", "values"];

/** Labels, annotations, registries, API groups and their versions. */
const outwards = /^(?!istio\.io$)[a-z0-9][a-z0-9.-]*\.(?:com|io)(?:\/[\w.-]+)?$/;
const others = ["istio-injection", "istio-system", "cluster.local"];

/** Files that say something of each annotation of Istio, and so name them all. */
const tables = [
  "analysis/mesh/checks/annotation-alpha.ts",
  "analysis/mesh/model/annotation-values.ts",
];

/** Two values of `values/` that are written alike: a mesh's trust domain and a cluster's DNS domain. */
const twice: Record<string, string[]> = {
  "cluster.local": ["values/principal.ts", "values/service-host.ts"],
};

/** Names that others read, as a source writes them; types and imports cannot name a constant. */
function names(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) &&
      !ts.isLiteralTypeNode(node.parent) &&
      (outwards.test(node.text) || others.includes(node.text))
    ) {
      found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

const sources = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file}`)
    .filter((file) => /(?<!\.test)\.ts$/.test(file) && !file.startsWith("components/resources/")),
);

describe("one name, one place", () => {
  it("finds names that others read, however they are written", () => {
    const text = [
      'const a = { "istio.io/rev": b["kubernetes.io/metadata.name"], group: `networking.istio.io` };',
      'type A = "istio.io/tag"; const c = ["security.istio.io/v1", "spec.istio", ".io", "istio-system"];',
    ].join("\n");
    assert.deepEqual(names("a.ts", text), [
      "istio.io/rev",
      "kubernetes.io/metadata.name",
      "networking.istio.io",
      "security.istio.io/v1",
      "istio-system",
    ]);
  });

  it("writes each of them once; values/known-names.ts has those that several files need", () => {
    const places = new Map<string, string[]>();
    for (const file of sources.filter((one) => !tables.includes(one))) {
      for (const name of names(file, readFileSync(path.join(root, file), "utf8"))) {
        places.set(name, [...(places.get(name) ?? []), file]);
      }
    }
    const several = [...places].filter(([, files]) => files.length > 1);
    assert.deepEqual(Object.fromEntries(several), twice);
  });
});
