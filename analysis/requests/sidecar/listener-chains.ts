import { keyedFacts } from "../../mesh/keyed-facts";
import type { Mesh } from "../../mesh/mesh";
import type { MeshProxy } from "../mesh-proxy";
import { listenerRoutes } from "../routes/mesh-routes";
import { connectionChains } from "./connection-chains";
import { type Chain, conditionKey } from "./filter-chain";
import { everywhere } from "./host-address";
import { keepsOut, type PortListener, type Reading, type Wanted } from "./port-listeners";

/** A listener as it grows, host by host. */
interface Grown {
  readonly protocol: string;
  readonly reading: Reading;
  readonly chains: readonly Chain[];
}

function httpChain({ reading, bind, seen }: Wanted): Chain {
  const isOwn = reading === "auto" && bind !== everywhere;
  return {
    kind: "http",
    inspected: reading === "auto" || bind === everywhere,
    ...(isOwn && { host: seen.host.host }),
  };
}

function chainsOf(mesh: Mesh, proxy: MeshProxy, wanted: Wanted): readonly Chain[] {
  const { reading, listener } = wanted;
  const connections = () => connectionChains(mesh, proxy, listenerRoutes(mesh, listener), wanted);
  switch (reading) {
    case "http":
      return [httpChain(wanted)];
    case "tcp":
      return connections();
    case "auto":
      return [...connections(), httpChain(wanted)];
  }
}

/** How a listener reads after its first host: one of all addresses for HTTP leaves other bytes to others. */
const firstReading = ({ reading, bind }: Wanted): Reading =>
  reading === "http" && bind === everywhere ? "auto" : reading;

function withChains(before: readonly Chain[], more: readonly Chain[]): readonly Chain[] {
  const keys = new Set(before.map(conditionKey));
  const added: Chain[] = [];
  for (const chain of more) {
    const key = conditionKey(chain);
    if (!keys.has(key)) {
      keys.add(key);
      added.push(chain);
    }
  }
  return [...before, ...added];
}

function grown(mesh: Mesh, proxy: MeshProxy, before: Grown | undefined, wanted: Wanted): Grown {
  const { reading, port } = wanted;
  const fresh = () => ({
    protocol: port.protocol,
    reading: firstReading(wanted),
    chains: chainsOf(mesh, proxy, wanted),
  });
  if (before === undefined) {
    return fresh();
  }
  if (before.reading !== "tcp" && reading !== "tcp") {
    // What finds the protocol out by itself takes the place of what is for HTTP alone.
    return before.reading === "http" && reading === "auto" ? fresh() : before;
  }
  if (keepsOut(before.protocol, port.protocol)) {
    return before;
  }
  const chains = withChains(before.chains, chainsOf(mesh, proxy, wanted));
  return before.reading === "tcp" && reading === "tcp"
    ? { ...before, chains }
    : { protocol: before.reading === "auto" ? before.protocol : "", reading: "auto", chains };
}

const chains = keyedFacts<[listener: PortListener, labels: string], readonly Chain[]>();

/** Whether any route for connections looks at who asks. */
const looksAtSource = (mesh: Mesh): boolean =>
  mesh.routes.some(({ source: { spec } }) =>
    [...(spec.tls ?? []), ...(spec.tcp ?? [])].some(({ match = [] }) =>
      match.some(({ sourceLabels, sourceNamespace }) => sourceLabels || sourceNamespace),
    ),
  );

/** Filter chains of a listener, for a proxy. */
export const listenerChains = (
  mesh: Mesh,
  proxy: MeshProxy,
  listener: PortListener,
): readonly Chain[] =>
  mesh
    .fact(chains)
    .get([listener, mesh.fact(looksAtSource) ? JSON.stringify(proxy.labels) : ""], () => {
      const whole = listener.wanted.reduce<Grown | undefined>(
        (before, wanted) => grown(mesh, proxy, before, wanted),
        undefined,
      );
      return whole?.chains ?? [];
    });
