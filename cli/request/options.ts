import type { SetOptions } from "../read/set-options";

/** How an answer is written. */
export const answerOutputs = ["text", "json", "markdown"] as const;

/** What `istio-mesh request` was asked for, as its options are named. */
export interface RequestCommand extends SetOptions {
  output: (typeof answerOutputs)[number];
  /** `name.namespace`, or a name alone. */
  from?: string;
  outside?: boolean;
  /** `namespace/name`. */
  gateway?: string;
  /** Address of a client outside. */
  ip?: string;
  header: string[];
  sni?: string;
  clientCert: string[];
  claim: string[];
  invalidToken?: boolean;
  address?: string;
}
