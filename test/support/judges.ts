import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { MeshObject } from "../../analysis/objects/mesh-object";
import { must } from "./command";
import { definitionFiles } from "./published";

/** What the API server's and istiod's own code say of an object; "" is yes. */
export interface Verdict {
  definition: string;
  webhook: string;
  warnings: string[] | null;
}

/** Asks the real code, all objects in one process. */
export async function judge(objects: readonly MeshObject[]): Promise<Verdict[]> {
  const istio = (await must("lab/lab", ["bin", "istio"])).trim();
  const child = spawn(istio, ["judge-objects", ...definitionFiles()], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const verdicts: Verdict[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    // Istio's own log lines go to the same stream.
    if (line.startsWith("{")) {
      verdicts.push(JSON.parse(line));
    }
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  for (const object of objects) {
    child.stdin.write(`${JSON.stringify(object)}\n`);
  }
  child.stdin.end();
  const code = await ended;
  if (code !== 0 || verdicts.length !== objects.length) {
    throw new Error(
      `judge-objects: exit code ${code}, ${verdicts.length} of ${objects.length} verdicts`,
    );
  }
  return verdicts;
}
