import { Kind } from "../../analysis/mesh/kinds";
import { Scope, unreadKind } from "../../analysis/mesh/scope";
import { UsageError } from "../usage-error";
import { type Input, together } from "./input";
import { overlaid } from "./overlaid";
import { readPaths } from "./paths";
import type { SetOptions } from "./set-options";

/** What was read, and how much of a cluster it is. */
export interface Given {
  input: Input;
  scope: Scope;
  /** What the set says nothing of, since it could not be read. */
  unread: string[];
}

function scopeOf({ wholeCluster, kubeContext, stack }: SetOptions, paths: readonly string[]) {
  if (wholeCluster || kubeContext !== undefined) {
    return Scope.Cluster;
  }
  return stack.length > 0 && paths.length === 0 ? Scope.Program : Scope.Folder;
}

/** Refuses a command that names nothing to read; `what` says what is done with it. */
export function mustName(
  paths: readonly string[],
  { stack, kubeContext }: SetOptions,
  what: string,
): void {
  if (paths.length === 0 && stack.length === 0 && kubeContext === undefined) {
    throw new UsageError(
      `name what to ${what}: files, folders, - for standard input, --stack FILE or --kube-context NAME`,
    );
  }
}

/** Reads all that was named. What is rarely named is loaded when it is. */
export async function readGiven(paths: readonly string[], options: SetOptions): Promise<Given> {
  const { stack, kubeContext } = options;
  const inputs = [await readPaths(paths)];
  const unread: string[] = [];
  if (stack.length > 0) {
    const { readStack } = await import("./pulumi-json.js");
    inputs.push(...(await Promise.all(stack.map(readStack))));
  }
  if (kubeContext !== undefined) {
    const { readCluster } = await import("./cluster.js");
    const cluster = await readCluster(kubeContext, Object.values(Kind));
    inputs.push(overlaid(cluster, together(inputs), options.namespace));
    unread.push(...cluster.refused.flatMap(unreadKind));
  }
  return { input: together(inputs), scope: scopeOf(options, paths), unread };
}
