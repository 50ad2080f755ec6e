import { Command, InvalidArgumentError, Option } from "commander";
import packageJson from "../package.json";
import { type CheckCommand, outputs, thresholds } from "./check/options";
import { UsageError } from "./usage-error";

const usage = 2;

/** An option that may be given several times, with several names each. */
const collected = (value: string, before: string[] = []): string[] => {
  const names = value.split(",").map((name) => name.trim());
  if (names.includes("")) {
    throw new InvalidArgumentError("a name is empty.");
  }
  return [...before, ...names];
};

/** An option that may be given several times, taken as it is. */
const repeated = (value: string, before: string[] = []): string[] => [...before, value];

/** The lists of names that are given in that way. */
const none = { only: [], skip: [], suppress: [], external: [], stack: [] };

const examples = `
Examples:
  istio-mesh check manifests/                         every .yaml, .yml and .json below it
  helm template shop | istio-mesh check -             what a chart renders
  kubectl kustomize overlays/dev | istio-mesh check - what kustomize makes
  istio-mesh check --kube-context prod                what a cluster holds
  pulumi preview --json --show-sames | istio-mesh check --stack -
  istio-mesh check new/ --against old/                what a change brings and mends
  istio-mesh check manifests/ --fix                   a patch for what has one right answer
  istio-mesh check --explain IST0101

Exit code: 0 nothing found at --fail-on or above; 1 something was; 2 something could not be read, or a
check broke.`;

function checkCommand(): Command {
  return new Command("check")
    .description(
      "find mistakes in objects of Istio, the Gateway API and Kubernetes, and between them",
    )
    .argument("[path...]", "files and folders; - for standard input")
    .addOption(
      new Option("-o, --output <format>", "how results are written")
        .choices(outputs)
        .default("text"),
    )
    .addOption(
      new Option("--fail-on <level>", "from which level on the exit code is 1")
        .choices(thresholds)
        .default("error"),
    )
    .option("--only <codes>", "run these checks only: codes or names, with commas", collected)
    .option("--skip <codes>", "leave these checks out", collected)
    .option(
      "--suppress <rule>",
      'do not tell "CODE=Kind name.namespace"; * stands for any text',
      repeated,
    )
    .option(
      "--external <what>",
      "what lies beside: namespace/*, Kind namespace/name, or a host",
      collected,
    )
    .option("--against <path>", "compare with an earlier set: introduced, fixed, unchanged")
    .option("--fix", "print a patch for findings with one right answer")
    .option("--write", "apply that patch, then check again")
    .option("--stack <file>", "a Pulumi state or preview in JSON; - for standard input", repeated)
    .option("--kube-context <name>", "read the objects of a cluster, by kubectl")
    .option("--whole-cluster", "what is given is all there is: what is not in it is missing")
    .option("--mesh-config <file>", "mesh config, or the ConfigMap that holds it")
    .option("--namespace <name>", "namespace of objects that name none (default: default)")
    .option("--release <version>", "release of Istio that the objects are for")
    .option("--explain <code>", "say what a check finds, why it matters and what to do")
    .option("--list", "name all checks")
    .addHelpText("after", examples)
    .action(async (paths: string[], options: CheckCommand) => {
      const { check } = await import("./check/command.js");
      process.exitCode = await check(paths, { ...none, ...options });
    });
}

/** A reader that has seen enough, as `head` does, closes its end: nothing is wrong. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") {
    throw error;
  }
  process.exit();
});

async function main(): Promise<void> {
  const program = new Command("istio-mesh")
    .description("Finds mistakes in a mesh before it is deployed.")
    .version(packageJson.version)
    .addCommand(checkCommand())
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
