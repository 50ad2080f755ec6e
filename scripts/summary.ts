// summary.ts OUTPUTS STACK KUBE-CONTEXT ENTRANCE: what runs, what 200 requests saw, what to try next.
import { readFileSync } from "node:fs";
import { followsSplit } from "./binomial";
import { countVersions, waitForAnswer } from "./observe";
import { probes } from "./probes";
import { heading, nextSteps, observed, type StackOutputs } from "./summary-text";

const requests = 200;

const say = (lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);

async function main(): Promise<void> {
  const [file = "", stack = "", context = "", entrance = ""] = process.argv.slice(2);
  const outputs: StackOutputs = JSON.parse(readFileSync(file, "utf8"));
  const { gatewayAddress: address, applications } = outputs;
  const place = { stack, context, entrance };
  say(heading(outputs, place));
  if (address === undefined) {
    return;
  }
  for (const [name, { page, split }] of Object.entries(applications)) {
    const probe = probes[name];
    if (page === undefined || probe === undefined) {
      continue;
    }
    const target = { page, address, probe };
    await waitForAnswer(target);
    const counts = await countVersions(target, requests);
    say(observed(probe.service, split, counts, requests));
    if (!followsSplit(counts, split)) {
      throw new Error(
        `the observed split ${JSON.stringify(counts)} of ${probe.service} is not the declared one`,
      );
    }
  }
  say(nextSteps(outputs, place));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
