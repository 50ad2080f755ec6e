import { coversHost } from "../../../values/host";
import { remembered } from "../../mesh/lazy";
import type { Route } from "../route";
import { takesAll } from "../routes/virtual-service-match";
import { type Step, stepOf } from "../trail";
import type { BoundRoutes } from "./bound-routes";
import type { ServerConfig } from "./gateway-config";
import type { MergedServer } from "./merged-gateway";

/** A host as a gateway's route configuration has it. */
export interface GatewayHost {
  /** In small letters; `*` and `*.suffix` stand for many. */
  readonly name: string;
  readonly routes: readonly Route[];
  readonly steps: readonly Step[];
  /** Plain HTTP is sent to HTTPS. */
  readonly httpsRedirect: boolean;
}

/** The hosts of one route configuration, each made where it is asked for; undefined where it has nothing. */
export interface GatewayHosts {
  readonly named: (name: string) => GatewayHost | undefined;
  /** Names that stand for many, the longest first. */
  readonly wide: readonly string[];
}

/** Hosts of a server for routes of a namespace. */
export const hostsFor = (hosts: readonly string[], namespace: string): string[] =>
  hosts.flatMap((host) => {
    const slash = host.indexOf("/");
    return slash < 0 ? host : host.slice(0, slash) === namespace ? host.slice(slash + 1) : [];
  });

/** Names that both have, the narrower of each two. */
const hostsOfBoth = (own: readonly string[], others: readonly string[]): string[] => [
  ...new Set(
    own.flatMap((one) =>
      others.flatMap((other) =>
        coversHost(other, one) ? one : coversHost(one, other) ? other : [],
      ),
    ),
  ),
];

const isCatchAll = ({ conditions }: Route): boolean => takesAll(conditions);

/** Those that take everything come last, whichever object has them. */
const inOrder = (routes: readonly Route[]): Route[] => [
  ...routes.filter((one) => !isCatchAll(one)),
  ...routes.filter(isCatchAll),
];

/** The routes of an object for the first server that has a host for any, made where they are asked for. */
class MadeRoutes {
  readonly #servers: ServerConfig[] = [];
  #made: { readonly first: number; readonly routes: readonly Route[] } | undefined;

  constructor(readonly bound: BoundRoutes) {}

  /** Notes a server that has hosts for the object, in their order, and tells its place among them. */
  add(server: ServerConfig): number {
    return this.#servers.push(server) - 1;
  }

  /** Those that a server has; none where only later ones have any. */
  at(place: number): readonly Route[] {
    this.#made ??= this.#make();
    return place < this.#made.first ? [] : this.#made.routes;
  }

  #make() {
    for (const [first, { port, tls }] of this.#servers.entries()) {
      const routes = this.bound.http({ port, tls: tls !== undefined });
      if (routes.length > 0) {
        return { first, routes };
      }
    }
    return { first: 0, routes: [] };
  }
}

/** What a server has for a host: the routes of an object, or that plain HTTP is sent to HTTPS. */
interface Served {
  readonly server: ServerConfig;
  readonly routes?: { readonly made: MadeRoutes; readonly place: number };
}

function hostWith(name: string, all: readonly Served[]): GatewayHost | undefined {
  const served = all
    .map(({ server, routes }) => ({ server, routes: routes?.made.at(routes.place) }))
    .filter(({ routes }) => routes === undefined || routes.length > 0);
  const [first] = served;
  return (
    first && {
      name,
      routes: inOrder(served.flatMap(({ routes = [] }) => routes)),
      steps: [stepOf(first.server.source, first.server.path)],
      httpsRedirect: served.some(({ server }) => server.tls?.httpsRedirect === true),
    }
  );
}

/** What servers have, by the names of hosts in small letters. */
class Names {
  readonly found = new Map<string, Served[]>();
  readonly #made = new Map<BoundRoutes, MadeRoutes>();

  #put(names: readonly string[], served: Served): void {
    for (const name of names) {
      const own = this.found.get(name.toLowerCase());
      if (own === undefined) {
        this.found.set(name.toLowerCase(), [served]);
      } else {
        own.push(served);
      }
    }
  }

  /** Puts the hosts that a server has for the routes of an object. */
  addRoutes(server: ServerConfig, bound: BoundRoutes): void {
    const hosts = hostsOfBoth(hostsFor(server.hosts, bound.namespace), bound.hosts);
    if (hosts.length > 0) {
      const made = this.#made.get(bound) ?? new MadeRoutes(bound);
      this.#made.set(bound, made);
      this.#put(hosts, { server, routes: { made, place: made.add(server) } });
    }
  }

  /** Puts the hosts of a server that sends plain HTTP to HTTPS. */
  addRedirect(server: ServerConfig): void {
    this.#put(server.hosts, { server });
  }
}

/** The hosts of servers that share a route configuration. */
export function gatewayHosts(
  servers: readonly MergedServer[],
  boundTo: (gateway: string) => readonly BoundRoutes[],
): GatewayHosts {
  const names = new Names();
  for (const { gateway, server } of servers) {
    for (const bound of boundTo(gateway.name)) {
      names.addRoutes(server, bound);
    }
    if (server.tls?.httpsRedirect) {
      names.addRedirect(server);
    }
  }
  return {
    named: remembered((name: string) => hostWith(name, names.found.get(name) ?? [])),
    wide: [...names.found.keys()]
      .filter((name) => name.startsWith("*"))
      .sort((a, b) => b.length - a.length),
  };
}

/** The host of a request, as Envoy finds it: ports and capital letters make no difference. */
export function hostOf({ named, wide }: GatewayHosts, name: string): GatewayHost | undefined {
  const host = name.toLowerCase();
  const exact = named(host);
  if (exact !== undefined) {
    return exact;
  }
  for (const one of wide) {
    const found = coversHost(one, host) ? named(one) : undefined;
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
