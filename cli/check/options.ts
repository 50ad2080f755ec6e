import type { Level } from "../../analysis/mesh/check";
import type { SetOptions } from "../read/set-options";

/** How results are written. */
export const outputs = ["text", "json", "sarif"] as const;

/** From which level on findings end with exit code 1. */
export const thresholds = ["error", "warning", "info", "none"] as const;

/** One of `thresholds`. */
export type Threshold = Level | "none";

/** What `istio-mesh check` was asked for, as its options are named. */
export interface CheckCommand extends SetOptions {
  output: (typeof outputs)[number];
  failOn: Threshold;
  only: string[];
  skip: string[];
  suppress: string[];
  external: string[];
  against?: string;
  fix?: boolean;
  write?: boolean;
  explain?: string;
  list?: boolean;
}
