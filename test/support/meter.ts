import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Counts, Metered } from "./edge-meter";
import type { Lab } from "./lab";

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Asks again and again, on the lab's node, while something is done. */
export class Meter {
  private readonly files: string;

  constructor(private readonly lab: Lab) {
    this.files = join("build", "test", lab.name, "meter");
  }

  /** Every answer from before the update until some time after it. */
  async during(questions: readonly Metered[], update: () => Promise<unknown>): Promise<Counts> {
    mkdirSync(this.files, { recursive: true });
    const file = (name: string) => join(this.files, name);
    writeFileSync(file("questions"), JSON.stringify(questions));
    rmSync(file("stop"), { force: true });
    const metered = this.lab.script(
      "test/support/edge-meter.ts",
      ...["questions", "stop", "counts"].map(file),
    );
    try {
      await update();
      await pause(3);
    } finally {
      writeFileSync(file("stop"), "");
      await metered;
    }
    return JSON.parse(readFileSync(file("counts"), "utf8"));
  }
}
