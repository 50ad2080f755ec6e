// Asks what a file says, from the network in which it runs, and prints as JSON what came of each.
import { readFileSync } from "node:fs";
import { request as plainly } from "node:http";
import { request as overTls } from "node:https";

export interface LabQuestion {
  readonly address: string;
  readonly port: number;
  /** Server name of TLS; without one the request is plain. */
  readonly sni?: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a client sees of a request. */
export interface LabAnswer {
  /** Absent where there was no answer. */
  readonly status?: number;
  readonly location?: string;
  /** The workload that answered, and what it saw of the request. */
  readonly by?: string;
  readonly path?: string;
  readonly host?: string;
  /** Why there was no answer. */
  readonly error?: string;
}

const timeout = 10_000;

function ask({ address, port, sni, ...asked }: LabQuestion): Promise<LabAnswer> {
  return new Promise((resolve) => {
    const options = { ...asked, host: address, port, agent: false, setHost: false, timeout };
    const send = sni === undefined ? plainly : overTls;
    const tls = sni === undefined ? {} : { servername: sni, rejectUnauthorized: false };
    const sent = send({ ...options, ...tls }, (answer) => {
      let body = "";
      answer.on("data", (chunk) => {
        body += chunk;
      });
      answer.on("error", ({ message }) => resolve({ error: message }));
      answer.on("end", () => {
        const by = answer.headers["served-by"];
        const { location } = answer.headers;
        resolve({
          status: answer.statusCode ?? 0,
          ...(location !== undefined && { location }),
          ...(by !== undefined && { by: String(by), ...JSON.parse(body) }),
        });
      });
    });
    sent.on("timeout", () => sent.destroy(new Error("no answer in time")));
    sent.on("error", ({ message }) => resolve({ error: message }));
    sent.end();
  });
}

const atOnce = 8;

async function main(file: string): Promise<void> {
  const questions: LabQuestion[] = JSON.parse(readFileSync(file, "utf8"));
  const answers: LabAnswer[] = [];
  let next = 0;
  const worker = async () => {
    while (next < questions.length) {
      const i = next++;
      answers[i] = await ask(questions[i] as LabQuestion);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  process.stdout.write(JSON.stringify(answers));
}

if (require.main === module) {
  void main(String(process.argv[2]));
}
