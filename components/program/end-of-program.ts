import * as pulumi from "@pulumi/pulumi";
import { problemsFound } from "../validation/problems-found";
import { currentProgram } from "./current-program";
import { newObjects } from "./new-objects";
import { type PreviousResource, previousResources } from "./previous-state";
import type { Program } from "./program";
import { renamedObjects } from "./renamed-objects";
import { settled } from "./settled";

/** Warns of what components rely on and nobody in the program said. */
export function endOfProgram(program: Program = currentProgram()): void {
  for (const { member, text } of program.unmet()) {
    void pulumi.log.warn(text, member.resource);
  }
}

/** Ends a run that would create an object and then delete it. */
async function refuseRenames(program: Program, before: readonly PreviousResource[]): Promise<void> {
  if (before.length === 0) {
    return;
  }
  const objects = await Promise.all(program.registered.map((one) => newObjects(program, one)));
  const urns = await Promise.all(program.registered.map(({ resource }) => settled(resource.urn)));
  const registered = new Set([...urns, ...objects.flat().map(({ urn }) => urn)]);
  const found = renamedObjects(before, objects.flat(), registered as Set<string>);
  if (found.length === 0) {
    return;
  }
  const refusal = problemsFound(
    found[0]?.owner ?? "the program",
    found.map(({ text }) => ({ propertyPath: "name", reason: text })),
  );
  // The state does not say which cluster an object is in, so with several it may be another one.
  if (program.clusters > 1) {
    void pulumi.log.warn(refusal.message);
  } else {
    throw refusal;
  }
}

const awaited = new WeakSet<Program>();

/** The stack's outputs are those of the program, so they are there when it has said all. */
export function awaitEnd(program: Program): void {
  const stack = pulumi.runtime.getStackResource();
  if (!stack || awaited.has(program)) {
    return;
  }
  awaited.add(program);
  // Without an answer of the engine there is nothing to compare with.
  const before = previousResources().catch(() => []);
  // The stack is made by a constructor that starts the program, so its outputs are set a turn later.
  const ended = Promise.resolve().then(() => settled(stack.outputs));
  ended.then(
    async () => {
      endOfProgram(program);
      await refuseRenames(program, await before);
    },
    () => {}, // A program that failed has said less than it wanted to.
  );
}
