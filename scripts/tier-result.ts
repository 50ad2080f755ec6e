import { readFileSync } from "node:fs";

/** How many tests ended how. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A test or hook that failed. */
export interface Failure {
  title: string;
  file: string;
  message: string;
}

/** What a tier of the tests leaves in a file of build/test. */
export interface TierResult extends Counts {
  failures: Failure[];
  /** What each test file took. @default - nothing, for Go, which says it of packages */
  milliseconds?: Record<string, number>;
  /** @default - nothing, for Go */
  tests?: { title: string; state?: string; milliseconds?: number }[];
}

export const tierResult = (file: string): TierResult => JSON.parse(readFileSync(file, "utf8"));
