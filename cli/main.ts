import { Command } from "commander";
import packageJson from "../package.json";
import { checkCommand } from "./check/program";
import { impactCommand } from "./impact/program";
import { reachCommand } from "./reach/program";
import { reportCommand } from "./report/program";
import { requestCommand } from "./request/program";
import { UsageError } from "./usage-error";

const usage = 2;

/** A reader that has seen enough, as `head` does, closes its end: nothing is wrong. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") {
    throw error;
  }
  process.exit();
});

async function main(): Promise<void> {
  const program = new Command("istio-mesh")
    .description("Finds mistakes in a mesh, and what becomes of requests, before it is deployed.")
    .version(packageJson.version)
    .addCommand(checkCommand())
    .addCommand(requestCommand())
    .addCommand(impactCommand())
    .addCommand(reportCommand())
    .addCommand(reachCommand())
    .exitOverride();
  for (const command of program.commands) {
    command.exitOverride();
  }
  await program.parseAsync();
}

main().catch((error: Error & { code?: string; exitCode?: number }) => {
  if (error.code?.startsWith("commander.")) {
    // commander has told it; help and the version are no mistakes.
    process.exitCode = error.exitCode === 0 ? 0 : usage;
    return;
  }
  const text = error instanceof UsageError ? error.message : (error.stack ?? error.message);
  process.stderr.write(`istio-mesh: ${text}\n`);
  process.exitCode = usage;
});
