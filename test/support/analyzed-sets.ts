import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { KubernetesObject } from "../../analysis/mesh/kubernetes-object";
import { must } from "./command";

/** A set of objects that is judged as the whole of a cluster. */
export interface AnalyzedSet {
  objects: readonly KubernetesObject[];
  /** In its own names; Istio's defaults without it. */
  meshConfig?: Readonly<Record<string, unknown>>;
}

/** What all of istioctl's analyzers say of a set. */
export interface AnalyzedAnswer {
  /** `CODE Kind namespace/name` each, sorted, each once. */
  messages: string[];
  /** Why the set could not be read; empty if it could. */
  error: string;
}

/** Asks the real analyzers, all sets in one process. */
export async function analyzed(sets: readonly AnalyzedSet[]): Promise<AnalyzedAnswer[]> {
  const istio = (await must("lab/lab", ["bin", "istio"])).trim();
  const child = spawn(istio, ["analyze-objects"], { stdio: ["pipe", "pipe", "inherit"] });
  const answers: AnalyzedAnswer[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => {
    // Istio's own log lines go to the same stream.
    if (line.startsWith("{")) {
      answers.push(JSON.parse(line));
    }
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  for (const set of sets) {
    if (!child.stdin.write(`${JSON.stringify(set)}\n`)) {
      await new Promise((resolve) => child.stdin.once("drain", resolve));
    }
  }
  child.stdin.end();
  const code = await ended;
  if (code !== 0 || answers.length !== sets.length) {
    throw new Error(
      `analyze-objects: exit code ${code}, ${answers.length} of ${sets.length} answers`,
    );
  }
  return answers;
}
