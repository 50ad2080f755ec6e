import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { request as plain } from "node:http";
import { request as secure } from "node:https";

/** What is asked again and again. */
export interface Metered {
  name: string;
  address: string;
  host: string;
  path: string;
  /** Certificate to trust; asks with TLS at port 443. */
  ca?: string;
}

/** Answers by status, or by the error in their place. */
export type Counts = Record<string, Record<string, number>>;

/** One answer on a connection of its own. */
function ask({ address, host, path, ca }: Metered): Promise<string> {
  return new Promise((resolve) => {
    const common = { host: address, path, headers: { host }, agent: false, timeout: 5_000 };
    const request = ca
      ? secure({ ...common, port: 443, servername: host, ca })
      : plain({ ...common, port: 80 });
    request.on("response", (answer) => {
      answer.resume();
      answer.on("end", () => resolve(String(answer.statusCode)));
    });
    request.on("timeout", () => request.destroy(new Error("timeout")));
    request.on("error", (error) => resolve((error as { code?: string }).code ?? error.message));
    request.end();
  });
}

/** Asks until the file `stop` is there, then writes what was answered to `counts`. */
async function meter(questions: string, stop: string, counts: string): Promise<void> {
  const all: Metered[] = JSON.parse(readFileSync(questions, "utf8"));
  const seen: Counts = Object.fromEntries(all.map(({ name }) => [name, {}]));
  await Promise.all(
    all.map(async (one) => {
      while (!existsSync(stop)) {
        const answer = await ask(one);
        const own = seen[one.name] ?? {};
        own[answer] = (own[answer] ?? 0) + 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }),
  );
  writeFileSync(counts, JSON.stringify(seen));
}

const [questions = "", stop = "", counts = ""] = process.argv.slice(2);
void meter(questions, stop, counts);
