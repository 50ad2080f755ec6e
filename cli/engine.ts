import * as module from "node:module";
import { setFlagsFromString } from "node:v8";

/**
 * By what a release of Node is told after how much running a function is optimized: about fifteen times
 * as late as it does by itself. V8 does not promise its flags, so that only releases that were tried are told.
 */
const flags: Readonly<Record<string, string>> = {
  20: "--interrupt-budget=1000000",
  22: "--invocation-count-for-turbofan=45000",
  24: "--invocation-count-for-turbofan=45000",
};

/** The flag for a release, e.g. `20.19.0`. */
export const lateFlag = (version: string): string | undefined => flags[version.split(".")[0] ?? ""];

/**
 * Has functions optimized later. Hundreds of checks run for a second or two: most functions are optimized
 * just before the run ends, which took a third of all its time (measured with 8,300 objects).
 */
export function optimizeLate(): void {
  const flag = lateFlag(process.versions.node);
  if (flag !== undefined) {
    setFlagsFromString(flag);
  }
}

/** Has Node keep what it has compiled for the next run, where it can (from 22.1 on). */
export function keepCompiled(): void {
  const { enableCompileCache } = module as { enableCompileCache?: () => unknown };
  enableCompileCache?.();
}
