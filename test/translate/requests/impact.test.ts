import assert from "node:assert/strict";
import { Mesh } from "../../../analysis/mesh/mesh";
import { Scope } from "../../../analysis/mesh/scope";
import { impact } from "../../../analysis/requests/impact/impact";
import type { KubernetesObject } from "../../support/objects";
import { Random } from "../../support/random";
import { type Change, changes } from "../../support/requests/changes";
import type { Translated } from "../../support/requests/client-sees";
import { cosmeticChanges } from "../../support/requests/cosmetic-changes";
import { differences, faults, toldWords } from "../../support/requests/impact-faults";
import { impactProxies, impactSet } from "../../support/requests/impact-world";
import { translate } from "../../support/translate";

const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261130);
const sets = Number(process.env.ISTIO_MESH_SETS ?? 2);
/** Changes of each set. */
const count = Number(process.env.ISTIO_MESH_CHANGES ?? 5);

type Config = Record<string, unknown>;

async function translated(objects: KubernetesObject[], meshConfig: Config): Promise<Translated> {
  const configs = await translate({ objects, meshConfig, proxies: impactProxies() });
  return { objects, configs };
}

const meshOf = (objects: readonly KubernetesObject[], meshConfig: Config) =>
  new Mesh(objects as never, { meshConfig, scope: Scope.Cluster });

/** Copies of a set with one change each, of those that it has something for. */
function* changed(
  all: Readonly<Record<string, Change>>,
  objects: readonly KubernetesObject[],
  random: Random,
): Iterable<{ name: string; after: KubernetesObject[] }> {
  let left = count;
  for (let tries = 0; left > 0 && tries < 10 * count; tries++) {
    const [name, change] = random.pick(Object.entries(all));
    const after = structuredClone(objects) as KubernetesObject[];
    if (change(after, random)) {
      left--;
      yield { name, after };
    }
  }
}

describe("impact of random changes", () => {
  let noticed = 0;

  for (let i = 0; i < sets; i++) {
    it(`is what istiod's proxies do otherwise, seed ${seed + i}`, async function () {
      this.timeout(600_000);
      const random = new Random(seed + i);
      const { objects, meshConfig } = impactSet(random);
      const [old, before] = [await translated(objects, meshConfig), meshOf(objects, meshConfig)];
      const found: string[] = [];
      for (const { name, after } of changed(changes, objects, random)) {
        const both = [old, await translated(after, meshConfig)] as const;
        const different = differences(both);
        noticed += different.length > 0 ? 1 : 0;
        const { changes: told } = impact(before, meshOf(after, meshConfig));
        found.push(...faults(both, different, told).map((one) => JSON.stringify({ name, ...one })));
      }
      assert.equal(found.length, 0, `${found.length}\n${found.join("\n")}`);
    });

    it(`is nothing where only words change, seed ${seed + i}`, () => {
      const random = new Random(seed + i);
      const { objects, meshConfig } = impactSet(random);
      const before = meshOf(objects, meshConfig);
      for (const { name, after } of changed(cosmeticChanges, objects, random)) {
        const { changes: told } = impact(before, meshOf(after, meshConfig));
        assert.deepEqual(toldWords(told), [], name);
      }
    });
  }

  it("is asked of changes that clients see", () => {
    assert.ok(noticed > (sets * count) / 4, `${noticed} of ${sets * count}`);
  });
});
