import { keyedFacts } from "../../mesh/keyed-facts";
import type { Mesh } from "../../mesh/mesh";
import { sidecarProtocol } from "../../mesh/model/protocol";
import type { HostPort } from "../../mesh/model/services";
import { NotJudged } from "../../mesh/not-judged";
import type { View } from "../visibility";
import type { EgressListener } from "../visibility/egress-listener";
import type { SeenHost } from "../visibility/seen-host";
import type { Bound } from "./connection-chains";
import {
  addressesOf,
  everywhere,
  type HostAddress,
  isHeadless,
  isUnresolved,
  podBinds,
} from "./host-address";

/** How a listener reads what comes: requests, connections, or what it finds out by the first bytes. */
export type Reading = "http" | "tcp" | "auto";

const ofHttp = new Set(["HTTP", "HTTP2", "GRPC", "GRPC-Web"]);
const ofTcp = new Set(["TCP", "HTTPS", "TLS", "Mongo", "Redis", "MySQL"]);

/** How a port of a protocol is read; undefined where no proxy reads it. */
export const readingOf = (protocol: string): Reading | undefined =>
  ofHttp.has(protocol)
    ? "http"
    : ofTcp.has(protocol)
      ? "tcp"
      : protocol === "UDP"
        ? undefined
        : "auto";

/** A port of a host that wants a listener at an address. */
export interface Wanted extends Bound {
  readonly reading: Reading;
  readonly listener: EgressListener;
}

/** Ports at which the proxy listens itself, so that istiod binds none of all addresses there. */
const reserved = new Set([15001, 15006, 15021, 15090]);

/** Protocols whose servers speak first: nothing else may be read at their port. */
const serverFirst = new Set(["Mongo", "MySQL"]);

/** Where a listener of a Sidecar is bound, if the Sidecar says it. */
function boundBy({ spec }: EgressListener): string | undefined {
  return spec.bind || (spec.captureMode === "NONE" ? "127.0.0.1" : undefined);
}

function bindsOf(
  mesh: Mesh,
  { host }: SeenHost,
  reading: Reading,
  listener: EgressListener,
): readonly HostAddress[] {
  const own = boundBy(listener);
  if (own !== undefined || reading === "http") {
    return [{ bind: own ?? everywhere }];
  }
  // A listener that a Sidecar has for one port is for the host, not for its Pods.
  return listener.spec.port === undefined && (isHeadless(host) || isUnresolved(host))
    ? podBinds(mesh, host).map((bind) => ({ bind }))
    : addressesOf(mesh, host);
}

/** How a listener reads a port of a host: as its Sidecar says, else as the host does. */
function protocolOf({ spec }: EgressListener, { protocol }: HostPort): string {
  const said = spec.port?.protocol;
  const own = said === undefined ? protocol : sidecarProtocol(said);
  if (own === "HTTP_PROXY") {
    throw new NotJudged("a port for clients of an HTTP proxy is not modelled");
  }
  return own;
}

function wantedOf(
  mesh: Mesh,
  listener: EgressListener,
  seen: SeenHost,
  own: HostPort,
): readonly Wanted[] {
  const protocol = protocolOf(listener, own);
  const reading = readingOf(protocol);
  const port = { port: own.port, protocol, path: own.path };
  return reading === undefined
    ? []
    : bindsOf(mesh, seen, reading, listener)
        .filter(({ bind }) => bind !== everywhere || !reserved.has(own.port))
        .map((address) => ({ seen, port, ...address, reading, listener }));
}

/** What a listener wants at a port, host by host in istiod's order. */
function wantedBy(mesh: Mesh, listener: EgressListener, port: number): readonly Wanted[] {
  const { number = port } = listener.spec.port ?? {};
  return number !== port
    ? []
    : listener.hosts
        .filter(({ host }) => host.externalName === undefined)
        .flatMap((seen) =>
          seen.ports
            .filter((one) => one.port === port)
            .flatMap((own) => wantedOf(mesh, listener, seen, own)),
        );
}

/** What is wanted at one address and port. Only the first of those that read alike counts, but for connections. */
export interface PortListener {
  readonly wanted: readonly Wanted[];
}

/** Whether what comes first at a port keeps another protocol out. */
export const keepsOut = (first: string, other: string): boolean =>
  first !== other && (serverFirst.has(first) || serverFirst.has(other));

function listenersAt(mesh: Mesh, view: View, port: number): ReadonlyMap<string, PortListener> {
  const all = new Map<string, Wanted[]>();
  for (const listener of view.listeners) {
    // A listener for one port has all of its addresses: what comes behind it adds nothing there.
    const locked = listener.port === undefined ? new Set(all.keys()) : new Set<string>();
    for (const wanted of wantedBy(mesh, listener, port)) {
      const before = all.get(wanted.bind) ?? [];
      const isKnown =
        wanted.reading !== "tcp" && before.some((one) => one.reading === wanted.reading);
      if (!locked.has(wanted.bind) && !isKnown) {
        all.set(wanted.bind, [...before, wanted]);
      }
    }
  }
  return new Map([...all].map(([bind, wanted]) => [bind, { wanted }]));
}

const byPort = keyedFacts<[view: View, port: number], ReadonlyMap<string, PortListener>>();

/** Listeners of a port by the addresses that they are bound to. */
export const portListeners = (
  mesh: Mesh,
  view: View,
  port: number,
): ReadonlyMap<string, PortListener> =>
  mesh.fact(byPort).get([view, port], () => listenersAt(mesh, view, port));
