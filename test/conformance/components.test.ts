import assert from "node:assert/strict";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { alwaysWarned, Claim, claim, componentCases } from "../support/component-case";
import { judge } from "../support/judges";
import { isMeshKind, record } from "../support/record";

// The judges are the code of the API server and of istiod's webhook, in one process.
describe("what components make", () => {
  for (const { component, samples, notSubmitted } of componentCases) {
    /** Of all samples, each of which is a program of its own. */
    const made = async (): Promise<MeshObject[]> => {
      const objects: MeshObject[] = [];
      for (const { create } of samples) {
        const { resources } = await record(() => void create("one"));
        objects.push(...resources.filter(isMeshKind).map(({ inputs }) => inputs));
      }
      return objects;
    };

    if (notSubmitted !== undefined) {
      it(`is none of their business: ${component}`, async () => {
        assert.deepEqual(await made(), []);
      });
      continue;
    }
    it(`is taken without a warning ${claim(component, Claim.Webhook)}`, async function () {
      this.timeout(60_000);
      const objects = await made();
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
