// prove.ts [NAME…]: runs the comparisons with the real parts at length and writes docs/proof.md.
// ISTIO_MESH_SEED chooses other sets.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { chosenProofs, type Proof, type Proved, proofPage } from "./proofs";
import { tierResult } from "./tier-result";

const page = "docs/proof.md";
const seed = Number(process.env.ISTIO_MESH_SEED ?? 20261130);

function prove(proof: Proof): Proved {
  const output = `build/prove/${proof.name}.json`;
  const reporter = ["--reporter", "scripts/reporter.ts", "--reporter-option", `output=${output}`];
  process.stdout.write(`== ${proof.name}: ${proof.what}\n`);
  spawnSync("npx", ["--no-install", "mocha", "--timeout", "0", ...reporter, proof.file], {
    stdio: "inherit",
    env: {
      ...process.env,
      ISTIO_MESH_SEED: `${seed}`,
      ISTIO_MESH_SETS: `${proof.sets}`,
      ...(proof.requests > 0 && { ISTIO_MESH_REQUESTS: `${proof.requests}` }),
    },
  });
  const { passed, failed } = tierResult(output);
  return { proof, seed, date: new Date().toISOString().slice(0, 10), passed, failed };
}

mkdirSync("build/prove", { recursive: true });
const results = chosenProofs(process.argv.slice(2)).map((proof) => {
  const proved = prove(proof);
  const before = existsSync(page) ? readFileSync(page, "utf8") : "";
  writeFileSync(page, proofPage(before, [proved]));
  return proved;
});
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
