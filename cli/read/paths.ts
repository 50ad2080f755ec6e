import { statSync } from "node:fs";
import { fileError, standardInput } from "./file-text";
import { folderFiles } from "./folder";
import { type Input, type Problem, together, unreadable } from "./input";
import { readFile } from "./object-file";

const shownNames = 3;

/** One line for all files that are of something else: a folder may have many. */
function otherFiles(files: readonly string[]): Problem[] {
  if (files.length === 0) {
    return [];
  }
  const more = files.length - shownNames;
  const names = files.slice(0, shownNames).join(", ") + (more > 0 ? ` and ${more} more` : "");
  return [{ message: `${names}: no Kubernetes object is in there` }];
}

async function readFolder(folder: string): Promise<Input> {
  const { files, problems, skipped } = folderFiles(folder);
  const read = await Promise.all(files.map(async (file) => ({ file, ...(await readFile(file)) })));
  const others = read.filter(({ foreign }) => foreign).map(({ file }) => file);
  return together([
    { objects: [], problems, skipped: [...skipped, ...otherFiles(others)] },
    ...read.filter(({ foreign }) => !foreign),
  ]);
}

async function readPath(path: string): Promise<Input> {
  let isFolder: boolean;
  try {
    isFolder = path !== standardInput && statSync(path).isDirectory();
  } catch (error) {
    return unreadable({ file: path, message: fileError(error).message });
  }
  const input = await (isFolder ? readFolder(path) : readFile(path));
  const { objects, problems } = input;
  // Nothing found in nothing must not look like nothing found.
  return objects.length + problems.length > 0
    ? input
    : { ...input, problems: [{ file: path, message: "there is no Kubernetes object to check" }] };
}

/** The objects of files, folders and standard input (`-`). What cannot be read does not hide the others. */
export const readPaths = async (paths: readonly string[]): Promise<Input> =>
  together(await Promise.all(paths.map(readPath)));
