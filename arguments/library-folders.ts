import { join, sep } from "node:path";

const besides = ["components", "arguments"].map((folder) => join(__dirname, "..", folder));

/** Where the library's own code is: these folders, or `dist/` of the package, which is one file. */
export const libraryFolders = [__dirname, ...besides].map((folder) => `${folder}${sep}`);
