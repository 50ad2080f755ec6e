import type { SetOptions } from "../read/set-options";

/** How it is written who may call whom. */
export const reachOutputs = ["table", "json", "mermaid", "svg"] as const;

/** What `istio-mesh reach` was asked for, as its options are named. */
export interface ReachCommand extends SetOptions {
  output: (typeof reachOutputs)[number];
  /** Names of clients; `*` stands for any text. */
  from: string[];
  /** Names of hosts, with a port or without. */
  to: string[];
}
