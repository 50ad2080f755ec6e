import { type Dirent, existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileError } from "./file-text";
import type { Problem } from "./input";

/** What a folder has to be read of. */
export interface FolderFiles {
  files: string[];
  problems: Problem[];
  skipped: Problem[];
}

const readable = /\.(?:ya?ml|json)$/i;

/** Folders of tools, and of packages of others. */
const isForeign = (name: string): boolean => name.startsWith(".") || name === "node_modules";

function isFile(path: string, entry: Dirent): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && existsSync(path) && statSync(path).isFile());
}

function visit(folder: string, found: FolderFiles): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    found.problems.push({ file: folder, message: fileError(error).message });
    return;
  }
  const isChart = entries.some(({ name }) => name === "Chart.yaml");
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (isChart && entry.name === "templates") {
      const message = `holds templates of a chart; check what they become: helm template ${folder} | istio-mesh check -`;
      found.skipped.push({ file: path, message });
    } else if (entry.isDirectory() && !isForeign(entry.name)) {
      visit(path, found);
    } else if (readable.test(entry.name) && isFile(path, entry)) {
      found.files.push(path);
    }
  }
}

/** All files of a folder that may hold objects, by their names. Templates of charts are no YAML yet. */
export function folderFiles(folder: string): FolderFiles {
  const found: FolderFiles = { files: [], problems: [], skipped: [] };
  visit(folder, found);
  return found;
}
