import type { JudgingOptions } from "../check/judging";

/** How a report is written. */
export const reportOutputs = ["markdown", "text", "json"] as const;

/** What `istio-mesh report` was asked for, as its options are named. */
export interface ReportCommand extends Omit<JudgingOptions, "only" | "skip"> {
  output: (typeof reportOutputs)[number];
  /** Of text: what happens to requests, without the objects and findings. */
  requestsOnly?: boolean;
  /** Dangers that end with exit code 1; `none` alone for none. */
  failOn?: string[];
  allow: string[];
  /** The cluster that the stack is a part of. */
  kubeContext?: string;
}
