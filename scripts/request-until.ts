// request-until.ts URL FILE: requests URL one after the other until FILE exists; prints how many
// requests there were and how many of them failed, as JSON.
import { existsSync } from "node:fs";

async function main(): Promise<void> {
  const [url = "", file = ""] = process.argv.slice(2);
  const end = Date.now() + 5 * 60_000;
  const seen = { requests: 0, failures: [] as string[] };
  while (!existsSync(file) && Date.now() < end) {
    seen.requests += 1;
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(10_000) });
      const text = await response.text();
      if (!response.ok || !/reviews-v\d/.test(text)) {
        seen.failures.push(`${response.status}`);
      }
    } catch (error) {
      seen.failures.push(String(error));
    }
  }
  process.stdout.write(JSON.stringify(seen));
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
