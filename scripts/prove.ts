// prove.ts [NAME…]: runs the comparisons with the real parts at length and writes docs/proof.md.
// ISTIO_MESH_SEED chooses other sets, ISTIO_MESH_SETS how many.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { chosenProofs, type Portion, type Proof, type Proved, portions, proofPage } from "./proofs";
import { tierResult } from "./tier-result";

const page = "docs/proof.md";
const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261130);

/** Runs some of the sets; what came of their tests. */
async function run(proof: Proof, { first, sets }: Portion) {
  const output = `build/prove/${proof.name}-${first}.json`;
  const reporter = ["--reporter", "scripts/reporter.ts", "--reporter-option", `output=${output}`];
  const child = spawn("npx", ["--no-install", "mocha", "--timeout", "0", ...reporter, proof.file], {
    stdio: "inherit",
    env: {
      ...process.env,
      ISTIO_MESH_SEED: `${first}`,
      ISTIO_MESH_SETS: `${sets}`,
      ...(proof.requests > 0 && { ISTIO_MESH_REQUESTS: `${proof.requests}` }),
      ...(proof.changes && { ISTIO_MESH_CHANGES: `${proof.changes}` }),
    },
  });
  await once(child, "close");
  return tierResult(output);
}

async function prove(proof: Proof): Promise<Proved> {
  process.stdout.write(`== ${proof.name}: ${proof.what}\n`);
  const results = await Promise.all(portions(proof, seed).map((part) => run(proof, part)));
  const sum = (of: "passed" | "failed") => results.reduce((all, one) => all + one[of], 0);
  return {
    proof,
    seed,
    date: new Date().toISOString().slice(0, 10),
    passed: sum("passed"),
    failed: sum("failed"),
  };
}

async function main(): Promise<void> {
  mkdirSync("build/prove", { recursive: true });
  const { ISTIO_MESH_SETS: sets } = process.env;
  for (const proof of chosenProofs(process.argv.slice(2))) {
    const proved = await prove(sets === undefined ? proof : { ...proof, sets: Number(sets) });
    const before = existsSync(page) ? readFileSync(page, "utf8") : "";
    writeFileSync(page, proofPage(before, [proved]));
    if (proved.failed > 0) {
      process.exitCode = 1;
    }
  }
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
