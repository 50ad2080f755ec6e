import assert from "node:assert/strict";
import { Mesh } from "../../analysis/mesh/mesh";
import type { Answer } from "../../analysis/requests/answer";
import { answer } from "../../analysis/requests/ask";
import type { Request } from "../../analysis/requests/request";
import { followsSplit } from "../../scripts/binomial";
import { Lab } from "../support/lab";
import { Random } from "../support/random";
import { appObjects, spaces } from "../support/requests/lab-ground";
import { LabMesh, labCharts } from "../support/requests/lab-mesh";
import { ingress, randomLabRequest, randomLabSet } from "../support/requests/lab-world";
import { difference, endOf, unasked, visibleEnds } from "../support/requests/seen";

const seed = Number(process.env.SEED ?? 20261201);
const sets = Number(process.env.ISTIO_MESH_SETS ?? 2);
const requests = Number(process.env.ISTIO_MESH_REQUESTS ?? 150);

/** How often a request is asked whose answers are split. */
const often = 100;
/** So many splits of a set are counted. */
const splits = 2;

interface Asked {
  readonly request: Request;
  readonly expected: Answer;
}

// Real Envoys answer: the sidecars of clients and servers, and an ingress gateway. The long form has
// ISTIO_MESH_SETS=20 and ISTIO_MESH_REQUESTS=250.
describe("answers to requests that real proxies are asked", function () {
  this.timeout(3_600_000);
  const lab = new Lab("test-answers", "answers", "test/cluster/programs/answers");
  const mesh = new LabMesh(lab, ingress);

  before("deploys a mesh", async () => {
    await lab.up();
    lab.configureWith({ "istio-mesh-test-answers:charts": { path: await labCharts() } });
    await lab.deploy();
    const items = [...spaces(), ...appObjects()];
    const list = JSON.stringify({ apiVersion: "v1", kind: "List", items });
    const { code, stderr } = await lab.apply("apps", list);
    assert.equal(code, 0, stderr);
    await mesh.begin();
  });
  after(() => lab.down());

  for (let i = 0; i < sets; i++) {
    it(`are those of the model, seed ${seed + i}`, async () => {
      const random = new Random(seed + i);
      const all = await mesh.take(randomLabSet(random));
      const declared = new Mesh(all as never);
      const asked: Asked[] = [];
      while (asked.length < requests) {
        const request = randomLabRequest(random);
        const expected = answer(declared, request);
        if (unasked(expected) === undefined) {
          asked.push({ request, expected });
        }
      }
      const seen = await mesh.ask(asked.map(({ request }) => request));
      const wrong = asked.flatMap(({ request, expected }, n) => {
        const told = difference(declared, request, expected, seen[n] ?? {});
        return told === undefined ? [] : [{ told, request }];
      });
      assert.deepEqual(wrong.slice(0, 5), [], `${wrong.length} of ${requests}`);
      const split = asked.filter(({ expected }) => Object.keys(visibleEnds(expected)).length > 1);
      for (const { request, expected } of split.slice(0, splits)) {
        const counts: Record<string, number> = {};
        for (const one of await mesh.ask(Array.from({ length: often }, () => ({ ...request })))) {
          const end = endOf(one);
          counts[end] = (counts[end] ?? 0) + 1;
        }
        const ends = visibleEnds(expected);
        assert.ok(followsSplit(counts, ends), JSON.stringify({ request, counts, ends }));
      }
    });
  }
});
