import type { Host } from "../mesh/model/services";
import type { Workload } from "../mesh/model/workloads";
import type { DeniedBy, Outcome } from "./answer";
import type { Peer } from "./call";
import type { HopTls } from "./cluster";
import type { HttpRequest, Token } from "./request";
import type { Step } from "./trail";

/** A call as it comes to a workload. */
export interface Arrival {
  readonly server: Workload;
  /** The host that is called, at a waypoint. */
  readonly called?: Host;
  /** Port of the Pods; at a waypoint of the Service. */
  readonly port: number;
  readonly tls: HopTls["mode"] | "PASSTHROUGH";
  readonly sni?: string;
  /** Who is at the other end of the connection; mutual TLS and HBONE prove it. */
  readonly peer: Peer;
  /** Absent where nobody sees it: no HTTP, or inside TLS of the client's own. */
  readonly http?: HttpRequest;
  readonly token?: Token;
  /** The client has shown a certificate of its own. */
  readonly hasCertificate?: boolean;
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
