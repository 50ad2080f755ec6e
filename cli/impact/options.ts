import type { SetOptions } from "../read/set-options";

/** How an impact is written. */
export const impactOutputs = ["text", "json", "markdown"] as const;

/** What `istio-mesh impact` was asked for, as its options are named. */
export interface ImpactCommand extends Omit<SetOptions, "stack"> {
  output: (typeof impactOutputs)[number];
  /** With which dangers the exit code is 1. */
  failOn?: string[];
}
