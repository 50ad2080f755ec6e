import { Command, Option } from "commander";
import { collected, repeated, withSetOptions } from "../command-options";
import { type CheckCommand, outputs, thresholds } from "./options";

/** The lists that may be given, where nothing is. */
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

/** `istio-mesh check` as it is called. */
export function checkCommand(): Command {
  const command = new Command("check")
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
    .option("--write", "apply that patch, then check again");
  return withSetOptions(command)
    .option("--explain <code>", "say what a check finds, why it matters and what to do")
    .option("--list", "name all checks")
    .addHelpText("after", examples)
    .action(async (paths: string[], options: CheckCommand) => {
      const { check } = await import("./command.js");
      process.exitCode = await check(paths, { ...none, ...options });
    });
}
