import { Command, Option } from "commander";
import { collected, withMeshOptions } from "../command-options";
import { type ImpactCommand, impactOutputs } from "./options";

const examples = `
OLD and NEW are folders and files of objects, - for standard input, git:REV:PATH for what git has, or a state
(pulumi stack export) or a preview (pulumi preview --json --show-sames) of Pulumi.

Examples:
  istio-mesh impact old/ new/
  istio-mesh impact git:main:manifests manifests/
  kubectl kustomize overlays/prod | istio-mesh impact rendered.yaml -
  istio-mesh impact --kube-context prod manifests/
  istio-mesh impact state.json preview.json --fail-on outage,exposure,lockout --output markdown

Dangers: outage, exposure, lockout, rerouted, shifted, tuned.

Exit code: 0 none of the dangers of --fail-on; 1 one is there; 2 something could not be read.`;

/** `istio-mesh impact` as it is called. */
export function impactCommand(): Command {
  const command = new Command("impact")
    .description("say which requests get another answer by a change")
    .argument("<old>", "the set as it is; of a cluster it may be left out")
    .argument("[new]", "the set as it will be")
    .option(
      "--kube-context <name>",
      "the cluster that the sets are applied to, read by kubectl: what they do not name stays",
    )
    .addOption(
      new Option("-o, --output <format>", "how it is written")
        .choices(impactOutputs)
        .default("text"),
    )
    .option(
      "--fail-on <dangers>",
      "with which dangers the exit code is 1, with commas; none (default: outage,exposure)",
      collected,
    );
  return withMeshOptions(command)
    .addHelpText("after", examples)
    .action(async (first: string, second: string | undefined, options: ImpactCommand) => {
      const { impactOf } = await import("./command.js");
      process.exitCode = await impactOf(first, second, options);
    });
}
