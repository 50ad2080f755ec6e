// show-update.ts [--preview] [--told FILE] [KUBE-CONTEXT]: reads the events of `pulumi up --json`, or of
// a preview, and shows them in few lines; without a context they come from the lab. A preview writes
// down what it told, so that the update does not tell it again.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { type EngineEvent, toolsOfTheLab, UpdateProgress } from "./update-progress";

const everySeconds = 10;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { preview: { type: "boolean", default: false }, told: { type: "string" } },
    allowPositionals: true,
  });
  const [context = ""] = positionals;
  const { preview, told } = values;
  const before = told && !preview && existsSync(told) ? readFileSync(told, "utf8").split("\0") : [];
  const progress = new UpdateProgress(Date.now, {
    preview,
    quiet: (message) => before.includes(message) || (context === "" && toolsOfTheLab(message)),
  });
  const say = (lines: string[]) => {
    for (const line of lines) {
      process.stdout.write(`${line}\n`);
    }
  };
  const timer = setInterval(() => say(progress.heartbeat()), everySeconds * 1000);
  for await (const line of createInterface({ input: process.stdin })) {
    say(eventOf(line, progress));
  }
  clearInterval(timer);
  if (told && preview) {
    writeFileSync(told, progress.told.join("\0"));
  }
}

/** What is no event is a word of the CLI itself, such as that the stack is locked. */
function eventOf(line: string, progress: UpdateProgress): string[] {
  let event: EngineEvent;
  try {
    event = JSON.parse(line);
  } catch {
    return line.trim() === "" ? [] : [`  ${line}`];
  }
  return progress.take(event);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
