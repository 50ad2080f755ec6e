// count-versions.ts URL REQUESTS: prints which versions of reviews answered, as JSON.
import { countVersions, waitForAnswer } from "./observe";

async function main(): Promise<void> {
  const [url = "", requests = "200"] = process.argv.slice(2);
  await waitForAnswer(url);
  process.stdout.write(JSON.stringify(await countVersions(url, Number(requests))));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
