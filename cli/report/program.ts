import { Command, Option } from "commander";
import { collected, repeated } from "../command-options";
import { type ReportCommand, reportOutputs } from "./options";

/** The lists that may be given, where nothing is. */
const none = { allow: [], suppress: [], external: [] };

const examples = `
Examples:
  pulumi preview --json --show-sames | istio-mesh report
  istio-mesh report preview.json --fail-on outage,exposure,lockout
  istio-mesh report preview.json --kube-context prod
  istio-mesh report preview.json --allow "outage=cart.shop:8080" --allow "exposure=*.example.com:443"

Dangers: outage, exposure, lockout, rerouted, shifted, tuned.

Exit code: 0 none of the dangers of --fail-on, or all of them allowed; 1 one is there, or the preview ended with
an error; 2 something could not be read, or a check broke.`;

/** `istio-mesh report` as it is called. */
export function reportCommand(): Command {
  return new Command("report")
    .description(
      "say what a preview of Pulumi's changes for requests, as a comment of a pull request",
    )
    .argument(
      "[file]",
      "what pulumi preview --json --show-sames has written; - for standard input",
      "-",
    )
    .addOption(
      new Option("-o, --output <format>", "how the report is written")
        .choices(reportOutputs)
        .default("markdown"),
    )
    .option("--requests-only", "in text: what happens to requests, and nothing else")
    .option(
      "--fail-on <dangers>",
      "with which dangers the exit code is 1, with commas; none (default: outage,exposure)",
      collected,
    )
    .option(
      "--allow <exception>",
      'a danger that is meant: "outage=cart.shop:8080", * for any text',
      repeated,
    )
    .option("--suppress <rule>", 'do not tell "CODE=Kind name.namespace" of the checks', repeated)
    .option(
      "--external <what>",
      "what lies beside: namespace/*, Kind namespace/name, or a host",
      collected,
    )
    .option(
      "--kube-context <name>",
      "the cluster the stack is a part of: what others have in it counts too, read by kubectl",
    )
    .option("--mesh-config <file>", "mesh config, or the ConfigMap that holds it")
    .option("--namespace <name>", "namespace of objects that name none (default: default)")
    .option("--release <version>", "release of Istio that the objects are for")
    .addHelpText("after", examples)
    .action(async (file: string, options: ReportCommand) => {
      const { report } = await import("./command.js");
      process.exitCode = await report(file, { ...none, ...options });
    });
}
