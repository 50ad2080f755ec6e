// count-versions.ts APPLICATION PAGE ADDRESS REQUESTS: prints which versions of the application's service
// answered behind the gateway at ADDRESS, as JSON.
import { countVersions, type Target, waitForAnswer } from "./observe";
import { probes } from "./probes";

async function main(): Promise<void> {
  const [application = "", page = "", address = "", requests = "200"] = process.argv.slice(2);
  const probe = probes[application];
  if (probe === undefined) {
    throw new Error(`there is no ${application}; there are: ${Object.keys(probes).join(", ")}`);
  }
  const target: Target = { page, address, probe };
  await waitForAnswer(target);
  process.stdout.write(JSON.stringify(await countVersions(target, Number(requests))));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
