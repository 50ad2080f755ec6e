import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join, parse } from "node:path";
import { type Asked, type World, worldOf } from "../support/asked";

const folder = join(__dirname, "examples");
const examples = readdirSync("examples");
const asked = readdirSync(folder).map((file) => parse(file).name);

describe("every example is asked what its reader is promised", () => {
  it("has a file of questions in test/translate/examples", () => {
    assert.deepEqual(asked.sort(), examples.sort());
  });

  for (const example of asked) {
    describe(`example ${example}`, () => {
      const questions: Asked = require(join(folder, example)).default;
      let world: World;

      before("istiod translates it", async () => {
        world = await worldOf(example, questions);
      });

      it("has nothing that its reader would be warned of", () => {
        assert.deepEqual(world.complaints, []);
      });

      it("is asked a request, or it is said why none can be asked", () => {
        assert.ok(questions.asks.length > 0);
        assert.equal((questions.proxies ?? []).length === 0, questions.noRequest !== undefined);
      });

      for (const { what, answer, expected } of questions.asks) {
        it(what, () => {
          assert.deepEqual(answer(world), expected);
        });
      }
    });
  }
});
