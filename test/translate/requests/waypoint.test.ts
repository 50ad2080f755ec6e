import assert from "node:assert/strict";
import { Mesh } from "../../../analysis/mesh/mesh";
import { answer } from "../../../analysis/requests/ask";
import { Random } from "../../support/random";
import {
  ambientGround,
  plainWaypoint,
  randomAmbientRequest,
  randomAmbientSet,
  waypoint,
} from "../../support/requests/ambient-world";
import { plainAnswer } from "../../support/requests/expected";
import { translate } from "../../support/translate";

const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261130);
const sets = Number(process.env.ISTIO_MESH_SETS ?? 8);
const requests = Number(process.env.ISTIO_MESH_REQUESTS ?? 200);

describe("answers to random requests of ambient callers", () => {
  for (let i = 0; i < sets; i++) {
    it(`are what istiod gives the waypoint, seed ${seed + i}`, async () => {
      const random = new Random(seed + i);
      const objects = randomAmbientSet(random);
      const all = [...ambientGround(random), ...objects];
      const configs = await translate({ objects: all, proxies: [waypoint], ambient: true });
      const mesh = new Mesh(all as never, {});
      const wrong: unknown[] = [];
      let compared = 0;
      for (let n = 0; n < requests; n++) {
        const request = randomAmbientRequest(random);
        const expected = plainWaypoint(configs, request);
        const got = answer(mesh, request);
        const isByWaypoint = got.tls.some(({ hop }) => hop === "→ way");
        assert.equal(isByWaypoint, expected !== undefined, JSON.stringify({ request, got }));
        if (expected === undefined) {
          continue;
        }
        compared++;
        const [a, b] = [plainAnswer(got), expected].map((one) => JSON.parse(JSON.stringify(one)));
        try {
          assert.deepEqual(a, b);
        } catch {
          wrong.push({ request, actual: a, expected: b });
        }
      }
      assert.ok(compared > 0);
      assert.deepEqual(
        wrong.slice(0, 2),
        [],
        `${wrong.length} of ${compared}\n${JSON.stringify(objects)}`,
      );
    });
  }
});
