// show-update.ts [KUBE-CONTEXT]: reads the events of `pulumi up --json` and shows them in few lines;
// without a context they come from the lab.
import { createInterface } from "node:readline";
import { type EngineEvent, toolsOfTheLab, UpdateProgress } from "./update-progress";

const everySeconds = 10;

async function main(): Promise<void> {
  const [context = ""] = process.argv.slice(2);
  const progress = new UpdateProgress(Date.now, context ? undefined : toolsOfTheLab);
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
