import type { Mesh } from "../../mesh/mesh";
import type { HostPort } from "../../mesh/model/services";
import type { MeshProxy } from "../mesh-proxy";
import type { ListenerRoutes, MeshRoutes } from "../routes/mesh-routes";
import type { L4Match } from "../routes/virtual-service-l4";
import { stepOf } from "../trail";
import type { SeenHost } from "../visibility/seen-host";
import type { Chain } from "./filter-chain";
import { everywhere } from "./host-address";

/** A port of a host, bound to an address. */
export interface Bound {
  readonly seen: SeenHost;
  /** As the Sidecar says it, else as the host does. */
  readonly port: Pick<HostPort, "port" | "protocol" | "path">;
  readonly bind: string;
  readonly range?: string;
}

const tls = new Set(["HTTPS", "TLS"]);

/** Whether a port speaks TLS, of which the proxy sees the server name alone. */
const isTls = (protocol: string): boolean => tls.has(protocol);

const inOwnRange = ({ range, seen: { host } }: Bound) =>
  range === undefined ? {} : { ranges: [range], rangesOf: host.host };

const ofMatch = ({ destinations, steps, sniHosts }: L4Match): Chain & { kind: "tcp" } => ({
  kind: "tcp",
  destinations,
  steps,
  ...(sniHosts && { sni: sniHosts }),
});

/** All connections to the host itself. */
const ownChain = (bound: Bound, sni?: readonly string[]): Chain => {
  const { seen, port } = bound;
  const { host } = seen;
  const step = stepOf(host.source, port.path);
  return {
    kind: "tcp",
    destinations: [{ host: host.host, port: port.port, share: 100, step }],
    steps: [step],
    ...(sni && { sni }),
    ...inOwnRange(bound),
  };
};

/** What istiod makes of routes by server names: the first of two that look at the same. */
function tlsChains(routes: readonly MeshRoutes[], bound: Bound, mesh: Mesh, proxy: MeshProxy) {
  const { port } = bound;
  const handled = new Set<string>();
  const chains: Chain[] = [];
  let ranges: { readonly ranges?: readonly string[] } = inOwnRange(bound);
  for (const match of routes.flatMap((one) => one.tls(mesh, proxy, port.port))) {
    // A match that has none itself gets those of the match before it.
    ranges = match.subnets ? { ranges: match.subnets } : ranges;
    const key = JSON.stringify([match.sniHosts, match.subnets]);
    if (!handled.has(key)) {
      handled.add(key);
      chains.push({ ...ofMatch(match), ...ranges });
    }
  }
  return chains;
}

/** Whether a listener for all addresses has to tell the host by the server name. */
const needsName = ({ seen: { host }, bind, range }: Bound): boolean =>
  range !== undefined ||
  bind === everywhere ||
  (host.host.startsWith("*") &&
    (host.source.spec as { resolution?: string }).resolution === "DYNAMIC_DNS");

function tcpChains(routes: readonly MeshRoutes[], bound: Bound, mesh: Mesh, proxy: MeshProxy) {
  const { port } = bound;
  const chains: Chain[] = [];
  for (const match of routes.flatMap((one) => one.tcp(mesh, proxy, port.port))) {
    if (match.subnets === undefined) {
      return [...chains, { ...ofMatch(match), ...inOwnRange(bound) }];
    }
    chains.push({ ...ofMatch(match), ranges: match.subnets });
  }
  return [...chains, ownChain(bound)];
}

/** Where connections to a port of a host go. */
export function connectionChains(
  mesh: Mesh,
  proxy: MeshProxy,
  all: ListenerRoutes,
  bound: Bound,
): readonly Chain[] {
  const { seen, port } = bound;
  const routes = all.overlapping(seen.host.host.toLowerCase());
  if (!isTls(port.protocol)) {
    return tcpChains(routes, bound, mesh, proxy);
  }
  const found = tlsChains(routes, bound, mesh, proxy);
  return found.length > 0
    ? found
    : [ownChain(bound, needsName(bound) ? [seen.host.host] : undefined)];
}
