import * as pulumi from "@pulumi/pulumi";
import { problemsFound } from "../../arguments/problems-found";
import { checkProgram } from "../checks/check-program";
import { changedInstaller } from "./changed-installer";
import { changedIssuances } from "./changed-issuance";
import { currentProgram } from "./current-program";
import { foreignNamespaces } from "./foreign-namespace";
import { unlikeClusters } from "./mesh-of-clusters";
import { movedGateways } from "./moved-gateway";
import { movedIstiods } from "./moved-istiod";
import { newObjects, ownerOf } from "./new-objects";
import {
  hasOutputs,
  hasResources,
  type PreviousResource,
  previousResources,
} from "./previous-state";
import type { Program } from "./program";
import { renamedObjects } from "./renamed-objects";
import { settled } from "./settled";

const told = new WeakMap<Program, Set<string>>();

/** Warns of what components rely on and nobody in the program said; of each once. */
export function endOfProgram(program: Program = currentProgram()): void {
  const before = told.get(program) ?? new Set();
  told.set(program, before);
  const unmet = program.unmet().map(({ member, text }) => ({ resource: member.resource, text }));
  const betweenClusters = [...foreignNamespaces(program), ...unlikeClusters(program)];
  for (const { resource, text } of [...unmet, ...betweenClusters]) {
    if (!before.has(text)) {
      before.add(text);
      void pulumi.log.warn(text, resource);
    }
  }
}

/** The same of what hangs on names that arrive only when resources are there. */
async function endOfArrivals(program: Program): Promise<void> {
  await program.arrived();
  endOfProgram(program);
}

/** Argument of a component by which objects would be lost. */
interface Loss {
  owner: string | undefined;
  path: string;
  text: string;
}

/** Objects that an update would create and then delete. */
async function lossesOf(program: Program, before: readonly PreviousResource[]): Promise<Loss[]> {
  const objects = await Promise.all(program.registered.map((one) => newObjects(program, one)));
  const urns = await Promise.all(program.registered.map(({ resource }) => settled(resource.urn)));
  const registered = new Set([...urns, ...objects.flat().map(({ urn }) => urn)]);
  const known = new Set(before.map(({ urn }) => urn));
  const handedOver = program.registered.flatMap((one, i) => {
    const text = changedInstaller(urns[i] ?? "", known);
    return text ? [{ owner: ownerOf(program, one)?.words, path: "installer", text }] : [];
  });
  const renamed = renamedObjects(before, objects.flat(), registered as Set<string>);
  return [
    ...handedOver,
    ...movedIstiods(before, objects.flat()),
    ...movedGateways(before, objects.flat()),
    ...changedIssuances(before, objects.flat()),
    ...renamed.map((one) => ({ ...one, path: "name" })),
  ];
}

/** Ends a run that would take away what it is to keep. */
async function refuseLosses(program: Program, before: readonly PreviousResource[]): Promise<void> {
  const found = before.length === 0 ? [] : await lossesOf(program, before);
  if (found.length === 0) {
    return;
  }
  const subject = found[0]?.owner ?? "the program";
  const refusal = problemsFound(
    subject,
    found.map(({ owner = subject, path, text }) => ({
      propertyPath: path,
      reason: owner === subject ? text : `of ${owner}: ${text}`,
    })),
  );
  // The state does not say which cluster an object is in, so with several it may be another one.
  if (program.clusters > 1) {
    void pulumi.log.warn(refusal.message);
  } else {
    throw refusal;
  }
}

/** What was there before the program changes it; nothing where only its end shows whether there was. */
const stateAtStart = (): Promise<PreviousResource[] | undefined> =>
  hasOutputs()
    .then((isThere) => (isThere ? previousResources() : undefined))
    .catch(() => []); // Without an answer of the engine there is nothing to compare with.

/** The same in a preview, which changes nothing. */
const stateAtEnd = (program: Program): Promise<PreviousResource[]> =>
  hasResources(program.registered)
    .then((isThere) => (isThere ? previousResources() : []))
    .catch(() => []);

const awaited = new WeakSet<Program>();

/** The stack's outputs are those of the program, so they are there when it has said all. */
export function awaitEnd(program: Program): void {
  const stack = pulumi.runtime.getStackResource();
  if (!stack || awaited.has(program)) {
    return;
  }
  awaited.add(program);
  const early = stateAtStart();
  // The stack is made by a constructor that starts the program, so its outputs are set a turn later.
  const ended = Promise.resolve().then(() => settled(stack.outputs));
  ended.then(
    async () => {
      // What is told after the last resource is there would find the engine gone.
      const done = pulumi.runtime.rpcKeepAlive();
      try {
        endOfProgram(program);
        await Promise.all([
          endOfArrivals(program),
          early
            .then((known) => known ?? stateAtEnd(program))
            .then((known) => refuseLosses(program, known)),
        ]);
        await checkProgram(program);
      } finally {
        done();
      }
    },
    () => {}, // A program that failed has said less than it wanted to.
  );
}
