import { sep } from "node:path";

const isOfPackage = (file: string): boolean => file.split(sep).includes("node_modules");

/** Modules that the last program brought along; a program that is loaded twice has to run twice. */
let brought: string[] = [];

/** Runs a program with its own modules loaded anew, those that an earlier program brought. */
export async function freshly<T>(program: () => T | Promise<T>): Promise<T> {
  for (const file of brought) {
    delete require.cache[file];
  }
  const before = new Set(Object.keys(require.cache));
  try {
    return await program();
  } finally {
    brought = Object.keys(require.cache).filter((file) => !before.has(file) && !isOfPackage(file));
  }
}
