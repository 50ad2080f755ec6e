import assert from "node:assert/strict";
import { Mesh } from "../../../analysis/mesh/mesh";
import { answer } from "../../../analysis/requests/ask";
import { Random } from "../../support/random";
import { plainAnswer, plainOracle } from "../../support/requests/expected";
import { ground, randomRequest, randomSet, sidecars } from "../../support/requests/world";
import { translate } from "../../support/translate";

const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261130);
const sets = Number(process.env.ISTIO_MESH_SETS ?? 8);
const requests = Number(process.env.ISTIO_MESH_REQUESTS ?? 200);

describe("answers to random requests of sidecars", () => {
  for (let i = 0; i < sets; i++) {
    it(`are what istiod gives the proxies, seed ${seed + i}`, async () => {
      const random = new Random(seed + i);
      const { objects, meshConfig } = randomSet(random);
      const all = [...ground(), ...objects];
      const configs = await translate({ objects: all, meshConfig, proxies: sidecars() });
      const mesh = new Mesh(all as never, { meshConfig });
      const wrong: unknown[] = [];
      for (let n = 0; n < requests; n++) {
        const request = randomRequest(random);
        const expected = JSON.parse(JSON.stringify(plainOracle(configs, request)));
        const actual = JSON.parse(JSON.stringify(plainAnswer(answer(mesh, request))));
        try {
          assert.deepEqual(actual, expected);
        } catch {
          wrong.push({ request, actual, expected });
        }
      }
      assert.deepEqual(
        wrong.slice(0, 3),
        [],
        `${wrong.length} of ${requests}\n${JSON.stringify(objects)}`,
      );
    });
  }
});
