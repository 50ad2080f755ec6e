import { Command, Option } from "commander";
import { collected, withSetOptions } from "../command-options";
import { type ReachCommand, reachOutputs } from "./options";

/** The lists that may be given, where nothing is. */
const none = { stack: [], from: [], to: [] };

const examples = `
Examples:
  istio-mesh reach manifests/
  istio-mesh reach --from "*.bookinfo" --to reviews.bookinfo manifests/
  istio-mesh reach --from outside --output mermaid manifests/
  istio-mesh reach --output svg manifests/ > reach.svg
  pulumi preview --json --show-sames | istio-mesh reach --stack -

L7: somebody of the mesh sees the requests themselves; L4: connections alone.

Exit code: 0; 2 something could not be read.`;

/** `istio-mesh reach` as it is called. */
export function reachCommand(): Command {
  const command = new Command("reach")
    .description("say who may call whom, at which level, and what becomes of the requests")
    .argument("[path...]", "files and folders; - for standard input")
    .addOption(
      new Option("-o, --output <format>", "how it is written")
        .choices(reachOutputs)
        .default("table"),
    )
    .option(
      "--from <names>",
      "only these clients: name.namespace, outside; * for any text",
      collected,
    )
    .option(
      "--to <names>",
      "only these hosts: reviews.bookinfo, web.shop:80; * for any text",
      collected,
    );
  return withSetOptions(command)
    .addHelpText("after", examples)
    .action(async (paths: string[], options: ReachCommand) => {
      const { reachOf } = await import("./command.js");
      process.exitCode = await reachOf(paths, { ...none, ...options });
    });
}
