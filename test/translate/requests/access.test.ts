import assert from "node:assert/strict";
import { Mesh } from "../../../analysis/mesh/mesh";
import type { Verdict } from "../../../analysis/requests/arrival";
import { Random } from "../../support/random";
import type { Filtered } from "../../support/requests/filters";
import { configured, modelled, randomArrival } from "../../support/requests/guarded-request";
import { proxies, randomGuards, world } from "../../support/requests/guarded-world";
import { type ProxyConfig, translate } from "../../support/translate";

const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261130);
const sets = Number(process.env.ISTIO_MESH_SETS ?? 20);
const requests = Number(process.env.ISTIO_MESH_REQUESTS ?? 200);

interface Plain {
  readonly end: string;
  readonly onTrial?: boolean;
  readonly isAsked?: boolean;
}

function plainVerdict(verdict: Verdict): Plain {
  if (verdict.taken) {
    return {
      end: "taken",
      onTrial: verdict.wouldBeDeniedBy.length > 0,
      isAsked: verdict.notModelled.some((one) => one.startsWith("what the provider")),
    };
  }
  const { outcome, status } = verdict;
  return { end: outcome === "denied" ? ["denied", status].filter(Boolean).join(" ") : "refused" };
}

const plainFiltered = (done: Filtered | undefined): Plain =>
  done === undefined
    ? { end: "refused" }
    : done.end === "taken"
      ? { end: done.end, onTrial: done.onTrial, isAsked: done.isAsked }
      : { end: done.end };

/** Whether the rule that is told is one of those that deny. */
function isRight(verdict: Verdict, done: Filtered | undefined): boolean {
  const by = verdict.taken ? undefined : verdict.deniedBy;
  if (by?.rule === undefined || done === undefined) {
    return true;
  }
  const name = `ns[${by.namespace}]-policy[${by.name}]-rule[${by.rule}]`;
  return done.by.some((one) => one.includes(name));
}

describe("who is let in, with random policies", () => {
  let unsaid = 0;
  let judged = 0;

  for (let i = 0; i < sets; i++) {
    it(`is as istiod gives it to the proxies, seed ${seed + i}`, async () => {
      const random = new Random(seed + i);
      const { objects, meshConfig } = randomGuards(random);
      const all = [...world, ...objects];
      const configs = await translate({ objects: all, meshConfig, proxies, ambient: true });
      const mesh = new Mesh(all as never, { meshConfig });
      const domain = (meshConfig.trustDomain as string | undefined) ?? "cluster.local";
      const wrong: unknown[] = [];
      for (let n = 0; n < requests; n++) {
        const asked = randomArrival(random);
        const done = configured(configs[asked.server] as ProxyConfig, asked, domain);
        const verdict = modelled(mesh, asked);
        if (!verdict.taken && verdict.outcome === "notJudged") {
          unsaid++;
          continue;
        }
        judged++;
        const [actual, expected] = [plainVerdict(verdict), plainFiltered(done)];
        try {
          assert.deepEqual(actual, expected);
          assert.ok(isRight(verdict, done));
        } catch {
          wrong.push({ asked, verdict, done });
        }
      }
      assert.deepEqual(
        wrong.slice(0, 2),
        [],
        `${wrong.length} of ${requests}\n${JSON.stringify(objects)}`,
      );
    });
  }

  it("is judged but where an address is not known", () => {
    assert.ok(unsaid < judged / 20, `${unsaid} of ${unsaid + judged} are not judged`);
  });
});
