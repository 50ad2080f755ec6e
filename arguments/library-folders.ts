import { join, sep } from "node:path";

/**
 * Where the library's own code is: this folder and the components beside it, or `dist/` of the package,
 * which is one file.
 */
export const libraryFolders = [__dirname, join(__dirname, "..", "components")].map(
  (folder) => `${folder}${sep}`,
);
