import type { Host } from "../mesh/model/services";
import type { Workload } from "../mesh/model/workloads";
import type { Step } from "./trail";

/** How a proxy speaks to an endpoint. */
export interface HopTls {
  readonly mode: "DISABLE" | "SIMPLE" | "MUTUAL" | "ISTIO_MUTUAL" | "HBONE";
  readonly sni?: string;
  /** TLS of the proxy's own inside of HBONE, which the server has to end itself. */
  readonly inner?: "SIMPLE" | "MUTUAL";
}

/** Who may answer. */
export interface Endpoint {
  /** Undefined outside, and where the set does not say who runs it. */
  readonly workload?: Workload;
  /** IP address or name, where an object names one. */
  readonly address?: string;
  /** Port of the Pods. */
  readonly port: number;
  /** Percent of the cluster's requests. */
  readonly share: number;
  readonly tls: HopTls;
}

/** What stands behind a destination, as one proxy sees it. */
export interface Cluster {
  /** Undefined where the proxy has no such cluster: an unknown host, port or subset. */
  readonly host?: Host;
  /** Port of the Service. */
  readonly port: number;
  readonly subset?: string;
  readonly endpoints: readonly Endpoint[];
  /** Whether the set says who answers at all; a host outside has endpoints that nobody declares. */
  readonly known: boolean;
  /** Load balancing, pools, outlier detection and the like, merged, for comparison only. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly steps: readonly Step[];
  /** What decides who answers and is not modelled. */
  readonly notModelled?: readonly string[];
  /** What of that is taken for granted. */
  readonly assumed?: readonly string[];
}
