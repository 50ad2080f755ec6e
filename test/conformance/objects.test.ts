import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { checkObject } from "../../analysis/objects/check";
import type { Finding } from "../../analysis/objects/finding";
import type { MeshObject } from "../../analysis/objects/mesh-object";

interface Sample {
  name: string;
  object: MeshObject & { _err?: string };
}

const sources: { name: string; module: string; version: string }[] = JSON.parse(
  readFileSync("schemas/sources.json", "utf8"),
).sources;

/** Folder of a Go module, which the tools were built from. */
function moduleDir(name: string): string {
  const source = sources.find((one) => one.name === name);
  const cache = execFileSync("go", ["env", "GOMODCACHE"], { encoding: "utf8" }).trim();
  return join(cache, `${source?.module}@${source?.version}`);
}

const mesh = /\.(istio\.io|networking\.k8s\.io)\//;

function samples(dir: string): Sample[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(dir, file), "utf8") }))
    .filter(({ text }) => !isTemplate(text))
    .flatMap(({ file, text }) =>
      parseAllDocuments(asKubernetesReadsIt(text))
        .map((document, i) => ({ name: `${file}#${i}`, object: document.toJS() }))
        .filter(({ object }) => mesh.test(object?.apiVersion ?? "")),
    );
}

/** Templates of Helm and scripts hold no objects yet. */
const isTemplate = (text: string) => text.includes("{{");

/** This address is a text for Kubernetes' YAML and the beginning of a map for YAML 1.2. */
const asKubernetesReadsIt = (text: string) => text.replace("001:db8::]", '"001:db8::"]');

const errors = (object: MeshObject): Finding[] =>
  checkObject(object).filter(({ level }) => level === "error");

const told = (findings: Finding[]) =>
  findings.map(({ path, reason }) => `${path}: ${reason}`).join("; ");

/** Names of the samples whose verdict is not the published one. */
function disagreements(all: Sample[], refusedBy: (sample: Sample) => boolean): string[] {
  return all.flatMap((sample) => {
    const { _err, ...object } = sample.object;
    const findings = errors(object);
    return findings.length > 0 === refusedBy(sample)
      ? []
      : [`${sample.name} ${object.kind}: ${told(findings) || "taken"}`];
  });
}

describe("published objects", () => {
  const istio = moduleDir("istio");
  const gatewayApi = moduleDir("gateway-api");

  const sets: {
    title: string;
    dir: string;
    count: number;
    refused: (sample: Sample) => boolean;
  }[] = [
    {
      title: "Istio's examples for its definitions",
      dir: join(istio, "pkg/config/validation/testdata/crds"),
      count: 111,
      refused: ({ object }) => object._err !== undefined,
    },
    {
      title: "Istio's set of valid objects of every kind",
      dir: join(istio, "pkg/test/datasets/validation/dataset"),
      count: 33,
      refused: () => false,
    },
    {
      title: "Istio's samples",
      dir: join(istio, "samples"),
      count: 93,
      refused: () => false,
    },
    {
      title: "the Gateway API's examples",
      dir: join(gatewayApi, "examples/standard"),
      count: 92,
      refused: () => false,
    },
    {
      title: "the Gateway API's invalid examples",
      dir: join(gatewayApi, "hack/invalid-examples/standard"),
      count: 32,
      refused: () => true,
    },
  ];
  for (const { title, dir, count, refused } of sets) {
    it(`${title}: ${count} have the published verdict`, () => {
      const all = samples(dir);
      assert.deepEqual(disagreements(all, refused), []);
      assert.equal(all.length, count);
    });
  }
});
