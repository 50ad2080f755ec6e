import type { Workload } from "../mesh/model/workloads";
import type { DeniedBy, Outcome } from "./answer";
import type { Peer } from "./call";
import type { HopTls } from "./cluster";
import type { HttpRequest, Token } from "./request";
import type { Step } from "./trail";

/** A call as it comes to a workload. */
export interface Arrival {
  readonly server: Workload;
  /** Port of the Pods. */
  readonly port: number;
  readonly tls: HopTls["mode"] | "PASSTHROUGH";
  readonly sni?: string;
  /** Who is at the other end of the connection; mutual TLS and HBONE prove it. */
  readonly peer: Peer;
  /** Absent where the server's proxy sees no HTTP: no sidecar, a TCP port, or TLS of the client's own. */
  readonly http?: HttpRequest;
  readonly token?: Token;
}

/** Whether a call is taken. */
export type Verdict = {
  readonly steps: readonly Step[];
  readonly wouldBeDeniedBy: readonly DeniedBy[];
  readonly notModelled: readonly string[];
} & (
  | { readonly taken: true }
  | {
      readonly taken: false;
      readonly outcome: Outcome;
      /** Absent where a connection ends. */
      readonly status?: number;
      readonly deniedBy?: DeniedBy;
    }
);
