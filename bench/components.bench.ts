import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { Comparison, Side } from "./paired";
import { applications, count } from "./programs/applications";
import type { Made, Shape } from "./programs/objects";

const work = resolve("build/bench/components");
const objectsFile = join(work, "objects.json");
const memoryFile = join(work, "memory");

/** The objects that the components make, so that all sides register the same ones. */
async function writeObjects(): Promise<void> {
  const made: Made = { objects: [], components: 0 };
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        if (type.startsWith("kubernetes:")) {
          made.objects.push(inputs);
        } else if (type.startsWith("istio-mesh:")) {
          made.components += 1;
        }
        return { id: name, state: inputs };
      },
      call: ({ inputs }) => inputs,
    },
    "bench",
    "bench",
    true,
  );
  applications();
  await pulumi.runtime.disconnect();
  writeFileSync(objectsFile, JSON.stringify(made));
}

function pulumiCli(args: readonly string[], env: NodeJS.ProcessEnv): void {
  const { status, stdout, stderr } = spawnSync("pulumi", ["--cwd", work, ...args], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`pulumi ${args[0]} ended with exit code ${status}\n${stdout}\n${stderr}`);
  }
}

let ready: Promise<void> | undefined;

async function prepare(): Promise<void> {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const runtime = { name: "nodejs", options: { typescript: false } };
  const project = { name: "bench", runtime, main: "../programs/components.js" };
  writeFileSync(join(work, "Pulumi.yaml"), JSON.stringify(project));
  // The provider renders, so that no cluster's own time is measured.
  const config = { "kubernetes:renderYamlToDirectory": join(work, "rendered") };
  writeFileSync(join(work, "Pulumi.bench.yaml"), JSON.stringify({ config }));
  await writeObjects();
  pulumiCli(["stack", "init", "bench"], {});
}

/** Milliseconds and MB of a preview: the whole program with engine and provider; MB of the program. */
async function preview(env: NodeJS.ProcessEnv): Promise<[number, number]> {
  ready ??= prepare();
  await ready;
  const began = performance.now();
  pulumiCli(["preview", "--stack", "bench", "--suppress-outputs"], {
    ISTIO_MESH_BENCH_MEMORY: memoryFile,
    ...env,
  });
  return [performance.now() - began, Number(readFileSync(memoryFile, "utf8"))];
}

const baseline = (shape: Shape): Side["run"] => {
  return () => preview({ ISTIO_MESH_BENCH_OBJECTS: objectsFile, ISTIO_MESH_BENCH_SHAPE: shape });
};

export default {
  title: `previewing ${count} namespaces, each with 15 components`,
  measures: ["ms", "MB of the program"],
  rounds: 5,
  subject: { name: "components", run: () => preview({}) },
  baselines: [
    { name: "the same objects, raw", run: baseline("raw") },
    // What Pulumi itself asks for a component, whoever wrote it.
    { name: "the same objects below empty components", run: baseline("empty components") },
  ],
} satisfies Comparison;
