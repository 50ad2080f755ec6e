import type { PeerAuthenticationSpec } from "../../../schemas/kinds/security/peer-authentication";
import type { Declared } from "../declared-set";
import { hasSelector, type Policies } from "./policies";
import type { Workload } from "./workloads";

/** What connections a workload takes. */
type MutualTlsMode = "STRICT" | "PERMISSIVE" | "DISABLE";

/** What connections a workload takes at a port, and which PeerAuthentication says so. */
export interface MutualTls {
  readonly mode: MutualTlsMode;
  /** None where it is istiod's default. */
  readonly by: Declared<PeerAuthenticationSpec> | undefined;
  /** Path of the mode in it. */
  readonly path: string;
}

const said = (mode: string | undefined): MutualTlsMode | undefined =>
  mode === undefined || mode === "UNSET" ? undefined : (mode as MutualTlsMode);

/** How near a PeerAuthentication is to a workload: of its own, of its namespace, of the mesh. */
function nearness({ id, spec }: Declared<PeerAuthenticationSpec>, { namespace }: Workload): number {
  if (id.namespace !== namespace) {
    return 2;
  }
  return hasSelector(spec) ? 0 : 1;
}

/**
 * What connections a workload takes: what its own PeerAuthentication says, else that of its namespace, else
 * that of the mesh, else both kinds. A port of its own wins.
 */
export function mutualTlsOf(
  policies: Policies<PeerAuthenticationSpec>,
  workload: Workload,
  port?: number,
): MutualTls {
  const near = [...policies.on(workload)].sort(
    (a, b) => nearness(a, workload) - nearness(b, workload),
  );
  for (const by of near) {
    const ofPort = port === undefined ? undefined : said(by.spec.portLevelMtls?.[port]?.mode);
    if (ofPort !== undefined) {
      return { mode: ofPort, by, path: `spec.portLevelMtls["${port}"].mode` };
    }
    const mode = said(by.spec.mtls?.mode);
    if (mode !== undefined) {
      return { mode, by, path: "spec.mtls.mode" };
    }
  }
  return { mode: "PERMISSIVE", by: undefined, path: "" };
}
