import assert from "node:assert/strict";
import { join } from "node:path";
import { checkObject } from "../../analysis/objects/check";
import type { Finding } from "../../analysis/objects/finding";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { moduleDir, type Sample, samples } from "../support/published";

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
      count: 90,
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
