// summary.ts OUTPUTS STACK [KUBE-CONTEXT]: what runs, what 200 requests saw, what to try next.
import { readFileSync } from "node:fs";
import { followsSplit } from "./binomial";
import { countVersions, waitForAnswer } from "./observe";

const requests = 200;

async function main(): Promise<void> {
  const [file = "", stack = "", context = ""] = process.argv.slice(2);
  const outputs = JSON.parse(readFileSync(file, "utf8"));
  const say = (text: string) => process.stdout.write(`${text}\n`);

  say(`\nIstio ${outputs.version} (${outputs.profile}), stack ${stack}`);
  for (const [name, mode] of Object.entries(outputs.namespaces)) {
    say(`  namespace ${name}: ${mode}`);
  }
  if (outputs.url === undefined) {
    say("  the gateway has no address yet; `pulumi stack output url` shows it once it has one");
    return;
  }
  say(`  Bookinfo: ${outputs.url}`);
  await waitForAnswer(outputs.url);
  const counts = await countVersions(outputs.url, requests);
  const split = outputs.split as Record<string, number>;
  for (const [version, percent] of Object.entries(split)) {
    say(
      `  reviews ${version}: ${counts[version] ?? 0} of ${requests} requests, declared ${percent} %`,
    );
  }
  if (!followsSplit(counts, split)) {
    throw new Error(`the observed split ${JSON.stringify(counts)} is not the declared one`);
  }
  const suffix = `${stack === "dev" ? "" : ` STACK=${stack}`}${context ? ` CONTEXT=${context}` : ""}`;
  const lab = stack === "dev" ? "lab/lab" : `lab/lab --name ${stack}`;
  say("\nNext:");
  say(`  edit the weights in Pulumi.${stack}.yaml, then: make preview${suffix}, make up${suffix}`);
  if (!context) {
    say(`  lab/lab curl ${stack === "dev" ? "" : `--name ${stack} `}${outputs.url}`);
    say(`  ${lab} status`);
  }
  say(`  make down${suffix}`);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
