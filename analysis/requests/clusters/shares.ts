import type { Endpoint, HopTls } from "../cluster";
import type { Backend } from "./backends/backend";

const whole = 100;

/** Those who stand behind a port as endpoints, with their shares by weight. */
export function withShares(
  backends: readonly Backend[],
  hop: (backend: Backend) => HopTls,
): readonly Endpoint[] {
  const sum = backends.reduce((all, { weight }) => all + weight, 0);
  return backends.map((backend) => ({
    ...(backend.workload && { workload: backend.workload }),
    ...(backend.address !== undefined && { address: backend.address }),
    port: backend.port,
    share: (whole * backend.weight) / sum,
    tls: hop(backend),
  }));
}
