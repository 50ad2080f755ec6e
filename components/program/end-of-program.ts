import * as pulumi from "@pulumi/pulumi";
import { currentProgram } from "./current-program";
import type { Program } from "./program";

/** Warns of what components rely on and nobody in the program said. */
export function endOfProgram(program: Program = currentProgram()): void {
  for (const { member, text } of program.unmet()) {
    void pulumi.log.warn(text, member.resource);
  }
}

// The public type leaves it out; an `apply` waits for ever while something is unknown.
interface Settled {
  promise(): Promise<unknown>;
}

const awaited = new WeakSet<Program>();

/** The stack's outputs are those of the program, so they are there when it has said all. */
export function awaitEnd(program: Program): void {
  const stack = pulumi.runtime.getStackResource();
  if (!stack || awaited.has(program)) {
    return;
  }
  awaited.add(program);
  // The stack is made by a constructor that starts the program, so its outputs are set a turn later.
  void Promise.resolve()
    .then(() => (stack.outputs as unknown as Settled).promise())
    .then(
      () => endOfProgram(program),
      () => {}, // A program that failed has said less than it wanted to.
    );
}
