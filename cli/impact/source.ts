import { statSync } from "node:fs";
import { Scope } from "../../analysis/mesh/scope";
import { isGitSource } from "../../values/git-source";
import { fileText, standardInput } from "../read/file-text";
import type { Given } from "../read/given";
import { readPaths } from "../read/paths";
import { isStack, readStack } from "../read/pulumi-json";

const isFile = (path: string): boolean => {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
};

/** Whether a file is a state or a preview of Pulumi. What cannot be read is told where it is read as objects. */
async function holdsStack(path: string): Promise<boolean> {
  if (path === standardInput || !isFile(path)) {
    return false;
  }
  try {
    return isStack(JSON.parse(await fileText(path)));
  } catch {
    return false;
  }
}

/** Reads one of two sets, whatever it is. */
export async function readSource(source: string, wholeCluster = false): Promise<Given> {
  const scope = wholeCluster ? Scope.Cluster : Scope.Folder;
  if (isGitSource(source)) {
    const { readGit } = await import("./git-set.js");
    return { input: await readGit(source), scope, unread: [] };
  }
  if (await holdsStack(source)) {
    const own = wholeCluster ? Scope.Cluster : Scope.Program;
    return { input: await readStack(source), scope: own, unread: [] };
  }
  return { input: await readPaths([source]), scope, unread: [] };
}
