import type {
  PortTrafficPolicy,
  TrafficPolicy,
} from "../../../../schemas/kinds/networking/destination-rule";
import { fields } from "../../../mesh/fields";
import type { MeshConfig } from "../../../mesh/model/mesh-config";

/** Settings of a port as those of a host: what it does not set is unset. */
const ofPort = ({ connectionPool, loadBalancer, outlierDetection, tls }: PortTrafficPolicy) => ({
  ...(connectionPool && { connectionPool }),
  ...(loadBalancer && { loadBalancer }),
  ...(outlierDetection && { outlierDetection }),
  ...(tls && { tls }),
});

const settingOf = (
  policy: TrafficPolicy | undefined,
  port: number,
): PortTrafficPolicy | undefined =>
  policy?.portLevelSettings?.find((one) => one.port?.number === port);

/** A policy at a port: the port's own settings are there in place of all others. */
export function atPort(policy: TrafficPolicy | undefined, port: number): TrafficPolicy | undefined {
  const own = settingOf(policy, port);
  return own === undefined ? policy : ofPort(own);
}

/** A host's policy at a port, with what its subset says instead. */
export function withSubset(
  host: TrafficPolicy | undefined,
  subset: TrafficPolicy | undefined,
  port: number,
): TrafficPolicy | undefined {
  if (subset === undefined || host === undefined) {
    return atPort(subset ?? host, port);
  }
  const { portLevelSettings: _ports, ...base } = host;
  const own = settingOf(subset, port);
  if (own !== undefined) {
    const { connectionPool, loadBalancer, outlierDetection, tls, ...rest } = base;
    return { ...rest, ...ofPort(own) };
  }
  const { portLevelSettings: _others, ...more } = subset;
  return { ...base, ...more };
}

/** A host's policy at a port, with what the mesh says of pools and of outliers where it says nothing. */
export function withMesh(
  policy: TrafficPolicy | undefined,
  { all }: MeshConfig,
): TrafficPolicy | undefined {
  const { connectionPool, outlierDetection } = fields(all.defaultTrafficPolicy) as TrafficPolicy;
  if (connectionPool === undefined && outlierDetection === undefined) {
    return policy;
  }
  const { portLevelSettings: _ports, ...own } = policy ?? {};
  return {
    ...(connectionPool && { connectionPool }),
    ...(outlierDetection && { outlierDetection }),
    ...own,
  };
}

/** The mode of TLS as endpoints are marked by it: a port that says nothing of it keeps that of the host. */
export const markedMode = (policy: TrafficPolicy | undefined, port: number) => {
  const tls = settingOf(policy, port)?.tls ?? policy?.tls;
  return tls && (tls.mode ?? "DISABLE");
};
