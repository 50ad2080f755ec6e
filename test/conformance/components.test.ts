import assert from "node:assert/strict";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { alwaysWarned, Claim, claim, componentCases } from "../support/component-case";
import { judge } from "../support/judges";
import { isMeshKind, record } from "../support/record";

// The judges are the code of the API server and of istiod's webhook, in one process.
describe("what components make", () => {
  for (const { component, samples, notSubmitted } of componentCases) {
    const of = async (create: (typeof samples)[number]["create"]): Promise<MeshObject[]> => {
      const { resources } = await record(() => void create("one"));
      return resources.filter(isMeshKind).map(({ inputs }) => inputs);
    };

    if (notSubmitted !== undefined) {
      it(`is none of their business: ${component}`, async () => {
        const objects = await Promise.all(samples.map(({ create }) => of(create)));
        assert.deepEqual(objects.flat(), []);
      });
      continue;
    }
    it(`is taken without a warning ${claim(component, Claim.Webhook)}`, async function () {
      this.timeout(60_000);
      const objects: MeshObject[] = [];
      for (const { create } of samples) {
        objects.push(...(await of(create)));
      }
      assert.ok(objects.length > 0);
      const verdicts = await judge(objects);
      const without = objects.map(({ kind }, i) => ({
        ...verdicts[i],
        ...(alwaysWarned.has(kind) && { warnings: null }),
      }));
      assert.deepEqual(
        without,
        objects.map(() => ({ definition: "", webhook: "", warnings: null })),
      );
    });
  }
});
