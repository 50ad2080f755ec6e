/** Thrown where a component would become part of the program: all before it was accepted. */
export const accepted = Symbol("accepted");

let running = false;

/** Whether a component is asked what it would refuse, and nothing may come of it. */
export const inTrial = (): boolean => running;

/** Runs a constructor up to the point where the component would become part of the program. */
export function tried(create: () => unknown): void {
  const before = running;
  running = true;
  try {
    create();
  } catch (thrown) {
    if (thrown !== accepted) {
      throw thrown;
    }
    return;
  } finally {
    running = before;
  }
  throw new Error("only components of this package can be asked what they would refuse");
}
