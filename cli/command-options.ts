import { type Command, InvalidArgumentError } from "commander";

/** An option that may be given several times, with several names each. */
export const collected = (value: string, before: string[] = []): string[] => {
  const names = value.split(",").map((name) => name.trim());
  if (names.includes("")) {
    throw new InvalidArgumentError("a name is empty.");
  }
  return [...before, ...names];
};

/** An option that may be given several times, taken as it is. */
export const repeated = (value: string, before: string[] = []): string[] => [...before, value];

/** The options by which every command knows what its objects are of. */
export const withMeshOptions = (command: Command): Command =>
  command
    .option("--whole-cluster", "what is given is all there is: what is not in it is missing")
    .option("--mesh-config <file>", "mesh config, or the ConfigMap that holds it")
    .option("--namespace <name>", "namespace of objects that name none (default: default)")
    .option("--release <version>", "release of Istio that the objects are for");

/** The options by which commands know their set. */
export const withSetOptions = (command: Command): Command =>
  withMeshOptions(
    command
      .option("--stack <file>", "a Pulumi state or preview in JSON; - for standard input", repeated)
      .option("--kube-context <name>", "read the objects of a cluster, by kubectl"),
  );
