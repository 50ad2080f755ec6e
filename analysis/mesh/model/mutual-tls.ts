import type { PeerAuthenticationSpec } from "../../../schemas/kinds/security/peer-authentication";
import type { Declared } from "../declared-set";
import { byCreation } from "./creation";
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

type PeerAuthentication = Declared<PeerAuthenticationSpec>;

const said = (mode: string | undefined): MutualTlsMode | undefined =>
  mode === undefined || mode === "UNSET" ? undefined : (mode as MutualTlsMode);

/** The PeerAuthentications of a workload: its own, that of its namespace, that of the mesh; the oldest of each. */
function nearestFirst(
  policies: Policies<PeerAuthenticationSpec>,
  workload: Workload,
): PeerAuthentication[] {
  const { rootNamespace } = policies;
  const all = policies
    .choosing(workload)
    .map((source) => ({ source }))
    .sort(byCreation)
    .map(({ source }) => source);
  const isOfMesh = ({ id }: PeerAuthentication) => id.namespace === rootNamespace;
  const isWide = ({ spec }: PeerAuthentication) => !hasSelector(spec);
  return [
    all.find((one) => !isWide(one) && !isOfMesh(one)),
    all.find((one) => isWide(one) && !isOfMesh(one)),
    all.find((one) => isWide(one) && isOfMesh(one)),
  ].filter((one) => one !== undefined);
}

/**
 * What connections a workload takes: what its own PeerAuthentication says, else that of its namespace, else
 * that of the mesh, else both kinds. A port of its own PeerAuthentication wins. One that chooses workloads in
 * the root namespace is for nobody.
 */
export function mutualTlsOf(
  policies: Policies<PeerAuthenticationSpec>,
  workload: Workload,
  port?: number,
): MutualTls {
  for (const by of nearestFirst(policies, workload)) {
    const ofPort =
      port === undefined || !hasSelector(by.spec)
        ? undefined
        : said(by.spec.portLevelMtls?.[port]?.mode);
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
