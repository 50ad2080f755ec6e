/**
 * mocha passes a test whose promise was rejected with nobody listening, and in Pulumi nearly all
 * that goes wrong ends that way: a throwing mock, a failed input, an assertion inside an `apply`.
 * This hook fails the test that was running.
 */
const rejections: unknown[] = [];

process.on("unhandledRejection", (reason) => {
  rejections.push(reason);
});

/** Node tells of a rejection only after the promise jobs of the same turn. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Takes back rejections that a test provoked: a failed output has several promises that reject. */
export async function expected(reason: unknown): Promise<void> {
  await nextTurn();
  rejections.splice(0, rejections.length, ...rejections.filter((other) => other !== reason));
}

export const mochaHooks = {
  async afterEach(this: Mocha.Context): Promise<void> {
    await nextTurn();
    const [first] = rejections.splice(0);
    if (first !== undefined) {
      // Throwing would end the whole suite; this fails one test. Runnable#error is not in the types.
      const test = this.test as unknown as { error(reason: unknown): void };
      test.error(first);
    }
  },
};
