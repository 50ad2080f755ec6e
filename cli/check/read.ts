import { Kind } from "../../analysis/mesh/kinds";
import { Scope, unreadKind } from "../../analysis/mesh/scope";
import { type Input, together } from "../read/input";
import { readPaths } from "../read/paths";
import type { CheckCommand } from "./options";

/** What is to be checked, and how much of a cluster it is. */
export interface Given {
  input: Input;
  scope: Scope;
  /** What the set says nothing of, since it could not be read. */
  unread: string[];
}

function scopeOf({ wholeCluster, kubeContext, stack }: CheckCommand, paths: readonly string[]) {
  if (wholeCluster || kubeContext !== undefined) {
    return Scope.Cluster;
  }
  return stack.length > 0 && paths.length === 0 ? Scope.Program : Scope.Folder;
}

/** Reads all that was named. What is rarely named is loaded when it is. */
export async function readGiven(paths: readonly string[], command: CheckCommand): Promise<Given> {
  const { stack, kubeContext } = command;
  const inputs = [await readPaths(paths)];
  const unread: string[] = [];
  if (stack.length > 0) {
    const { readStack } = await import("../read/pulumi-json.js");
    inputs.push(...(await Promise.all(stack.map(readStack))));
  }
  if (kubeContext !== undefined) {
    const { readCluster } = await import("../read/cluster.js");
    const cluster = await readCluster(kubeContext, Object.values(Kind));
    inputs.push(cluster);
    unread.push(...cluster.refused.flatMap(unreadKind));
  }
  return { input: together(inputs), scope: scopeOf(command, paths), unread };
}
