import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkObject } from "../../analysis/objects/check";
import type { Finding } from "../../analysis/objects/finding";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import type { KindSchema } from "../../schemas/kind-schema";
import { schemaOf } from "../../schemas/store";
import { generate, mutate } from "../support/generated";
import { judge, type Verdict } from "../support/judges";
import { moduleDir, samples } from "../support/published";
import { Random } from "../support/random";
import { smallest } from "../support/smallest";

const count = Number(process.env.ISTIO_MESH_DIFFERENTIAL ?? 3000);
const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261126);

const kinds: KindSchema[] = readdirSync("schemas/data").map((file) =>
  JSON.parse(readFileSync(join("schemas/data", file), "utf8")),
);

function generated(random: Random): MeshObject {
  const kind = random.pick(kinds);
  const version = random.pick(kind.versions);
  const apiVersion = `${kind.group}/${version.name}`;
  const schema = schemaOf(apiVersion, kind.kind);
  return {
    apiVersion,
    kind: kind.kind,
    metadata: { name: "a", namespace: "b" },
    spec: generate(schema?.properties?.spec ?? {}, random),
  };
}

/** Half of the objects are made from the schemas, half are published ones with mistakes put in. */
function objects(random: Random): MeshObject[] {
  const istio = moduleDir("istio");
  const published = [
    ...samples(join(istio, "pkg/test/datasets/validation/dataset")),
    ...samples(join(istio, "samples")),
    ...samples(join(moduleDir("gateway-api"), "examples/standard")),
  ].map(({ object: { apiVersion, kind, spec } }) => ({
    apiVersion,
    kind,
    metadata: { name: "a", namespace: "b" },
    spec,
  }));
  return Array.from({ length: count }, () =>
    random.chance(0.5) ? generated(random) : mutate(random.pick(published), random),
  );
}

type Summary = "taken" | "warned" | "refused";

function realVerdict(verdict: Verdict | undefined): { verdict: Summary; why: string } {
  const { definition = "", webhook = "", warnings } = verdict ?? {};
  const why = definition || webhook;
  if (why !== "") {
    return { verdict: "refused", why };
  }
  return warnings ? { verdict: "warned", why: warnings.join("; ") } : { verdict: "taken", why };
}

function ownVerdict(findings: Finding[]): Summary {
  if (findings.some(({ level }) => level === "error")) {
    return "refused";
  }
  return findings.length > 0 ? "warned" : "taken";
}

/** What the real judges and ours say of each object where that is not the same. */
function disagreements(
  all: readonly MeshObject[],
  verdicts: readonly Verdict[],
): (string | undefined)[] {
  return all.map((object, i) => {
    const real = realVerdict(verdicts[i]);
    const findings = checkObject(object);
    const own = ownVerdict(findings);
    const told = findings.map(({ path, reason }) => `${path}: ${reason}`).join("; ");
    return real.verdict === own
      ? undefined
      : `${object.kind}: real ${real.verdict} ${real.why} | own ${own} ${told} | ${JSON.stringify(object.spec)}`;
  });
}

const disputed = async (all: readonly MeshObject[]) => disagreements(all, await judge(all));

/** The first of them, each without what does not matter. */
async function inShort(all: readonly MeshObject[]): Promise<string[]> {
  const short = [];
  for (const object of all.slice(0, 3)) {
    const stays = async (some: readonly MeshObject[]) =>
      (await disputed(some)).map((told) => told !== undefined);
    short.push(await smallest(object, stays));
  }
  return (await disputed(short)).flatMap((told) => told ?? []);
}

describe("generated and mutated objects", function () {
  this.timeout(0);

  it(`get the verdict of the API server and of istiod (${count} objects, seed ${seed})`, async () => {
    const all = objects(new Random(seed));
    const verdicts = await judge(all);
    const found = disagreements(all, verdicts);
    const wrong = all.filter((_, i) => found[i] !== undefined);
    assert.deepEqual(await inShort(wrong), [], `${wrong.length} in all`);
    const refused = verdicts.filter(({ definition, webhook }) => definition || webhook).length;
    assert.ok(refused > count / 10 && refused < (count * 9) / 10, `${refused} were refused`);
  });
});
