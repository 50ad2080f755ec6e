import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { meshObjects } from "./mesh-objects";
import type { Comparison } from "./paired";

const services = 1000;

/** Both read the same file. */
function writeFile(): string {
  const dir = "build/bench";
  mkdirSync(dir, { recursive: true });
  const file = join(dir, "mesh.yaml");
  const documents = meshObjects(services).map((object) =>
    stringify(object, { aliasDuplicateObjects: false }),
  );
  writeFileSync(file, documents.join("---\n"));
  return file;
}

const file = writeFile();
const istioctl = execFileSync("lab/lab", ["bin", "istioctl"], { encoding: "utf8" }).trim();

async function timed(command: string, args: readonly string[]): Promise<[number]> {
  const began = performance.now();
  execFileSync(command, args, { stdio: "ignore" });
  return [performance.now() - began];
}

export default {
  title: `checking ${services} services with three versions each, gateways and policies`,
  measures: ["ms"],
  rounds: 5,
  subject: {
    name: "istio-mesh check",
    run: () => timed(process.execPath, ["dist/cli.js", "check", file]),
  },
  baselines: [
    {
      name: "istioctl analyze",
      run: () => timed(istioctl, ["analyze", "--use-kube=false", file]),
    },
  ],
} satisfies Comparison;
