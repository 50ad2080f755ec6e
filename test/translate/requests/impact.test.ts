import assert from "node:assert/strict";
import { Mesh } from "../../../analysis/mesh/mesh";
import { Scope } from "../../../analysis/mesh/scope";
import { impact } from "../../../analysis/requests/impact/impact";
import { type ChangedSet, judgedChanges, wordChanges } from "../../support/requests/impact-cases";
import { faults, toldWords } from "../../support/requests/impact-faults";

const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261130);
const sets = Number(process.env.ISTIO_MESH_SETS ?? 2);
/** Changes of each set that clients see, and changes that nobody sees. */
const count = Number(process.env.ISTIO_MESH_CHANGES ?? 3);

function toldOf({ before, after, meshConfig }: ChangedSet) {
  const meshOf = (objects: ChangedSet["before"]) =>
    new Mesh(objects as never, { meshConfig, scope: Scope.Cluster });
  return impact(meshOf(before), meshOf(after)).changes;
}

describe("impact of random changes", () => {
  for (let i = 0; i < sets; i++) {
    it(`is what istiod's proxies do otherwise, seed ${seed + i}`, async function () {
      this.timeout(600_000);
      const found: string[] = [];
      let noticed = 0;
      for await (const one of judgedChanges(seed + i, count)) {
        const wrong = faults(one.both, one.different, toldOf(one));
        found.push(...wrong.map((fault) => JSON.stringify({ name: one.name, ...fault })));
        noticed += one.different.length > 0 ? 1 : 0;
      }
      assert.equal(found.length, 0, `${found.length}\n${found.join("\n")}`);
      assert.equal(noticed, count);
    });

    it(`is nothing where only words change, seed ${seed + i}`, function () {
      this.timeout(600_000);
      const all = [...wordChanges(seed + i, count)];
      assert.equal(all.length, count);
      for (const one of all) {
        assert.deepEqual(toldWords(toldOf(one)), [], one.name);
      }
    });
  }
});
