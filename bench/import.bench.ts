import { execFileSync } from "node:child_process";
import type { Comparison } from "./paired";

/** Milliseconds that a fresh Node process takes to load a module. */
async function loading(module: string): Promise<[number]> {
  const script = `const began = performance.now(); require(${JSON.stringify(module)}); process.stdout.write(String(performance.now() - began))`;
  return [Number(execFileSync(process.execPath, ["--eval", script], { encoding: "utf8" }))];
}

export default {
  title: "loading the library",
  measures: ["ms"],
  rounds: 15,
  subject: { name: "istio-mesh", run: () => loading("istio-mesh") },
  baselines: [{ name: "@pulumi/kubernetes", run: () => loading("@pulumi/kubernetes") }],
} satisfies Comparison;
