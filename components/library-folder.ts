import { sep } from "node:path";

/** Where the library's own code is: this folder, or `dist/` of the package, which is one file. */
export const libraryFolder = `${__dirname}${sep}`;
