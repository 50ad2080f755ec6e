import * as pulumi from "@pulumi/pulumi";
import { settled } from "./settled";
import { type Key, namesOf } from "./view";

/** Names that a program knows only while it runs. */
export class Arrival {
  #awaited: Promise<unknown>[] = [];

  /** Calls back at once, or when the names are known; never in a preview that does not know them. */
  whenKnown(key: Key, then: (names: readonly string[]) => void | Promise<void>): void {
    const names = namesOf(key);
    if (names) {
      void then(names);
      return;
    }
    // A refusal of what has arrived ends the run, as the rejection of this output that nobody handles.
    this.#awaited.push(settled(pulumi.all([...key]).apply(then)).catch(() => {}));
  }

  /** What has arrived may bring names that are awaited in turn. */
  async all(): Promise<void> {
    while (this.#awaited.length > 0) {
      await Promise.all(this.#awaited.splice(0));
    }
  }
}
