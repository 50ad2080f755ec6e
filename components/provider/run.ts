import * as pulumi from "@pulumi/pulumi";
import { becomePartOf, currentProgram } from "../program/current-program";
import type { Program } from "../program/program";

const runs = new Map<string, Program>();

/** What gRPC's clients have beside their calls; the monitor of a test has none. */
interface Client {
  getChannel?(): { getTarget(): string };
}

/** A preview and the update after it are two runs, each of which asks the engine at a door of its own. */
function runKey(): string | undefined {
  const monitor = pulumi.runtime.getMonitor() as unknown as Client | undefined;
  const door = monitor?.getChannel?.().getTarget();
  return door === undefined ? undefined : `${door} ${pulumi.runtime.isDryRun()}`;
}

/**
 * Makes the component that is asked for now part of the run that asks for it: each comes on a connection
 * of its own, and what is claimed twice would be found nowhere.
 */
export function joinRun(): void {
  const key = runKey();
  const program = key === undefined ? undefined : runs.get(key);
  if (program) {
    becomePartOf(program);
  } else if (key !== undefined) {
    runs.set(key, currentProgram());
  }
}
