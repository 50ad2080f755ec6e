import { coversHost } from "../../../values/host";
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

/** The hosts of one route configuration. */
export interface GatewayHosts {
  readonly byName: ReadonlyMap<string, GatewayHost>;
  /** Those that stand for many, the longest first. */
  readonly wide: readonly GatewayHost[];
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

interface Collected {
  readonly routes: Route[];
  readonly steps: Step[];
  httpsRedirect: boolean;
}

const isCatchAll = ({ conditions }: Route): boolean => takesAll(conditions);

/** Those that take everything come last, whichever object has them. */
const inOrder = (routes: readonly Route[]): Route[] => [
  ...routes.filter((one) => !isCatchAll(one)),
  ...routes.filter(isCatchAll),
];

interface Served {
  readonly name: string;
  readonly routes: readonly Route[];
}

type RouteMaker = (bound: BoundRoutes, server: ServerConfig) => readonly Route[];

/** Routes of each object, made once for each gateway: for the first server that has any. */
function routeMaker(): RouteMaker {
  const made = new Map<BoundRoutes, readonly Route[]>();
  return (bound, { port, tls }) => {
    const routes = made.get(bound) ?? bound.http({ port, tls: tls !== undefined });
    if (routes.length > 0) {
      made.set(bound, routes);
    }
    return routes;
  };
}

/** Hosts as they are collected of servers. */
class Collection {
  readonly #found = new Map<string, Collected>();

  /** What is known of a host so far, with what a server adds. */
  add(name: string, { source, path, tls }: ServerConfig, routes: readonly Route[]): void {
    const key = name.toLowerCase();
    const own = this.#found.get(key) ?? { routes: [], steps: [], httpsRedirect: false };
    own.routes.push(...routes);
    own.steps.push(stepOf(source, path));
    own.httpsRedirect ||= tls?.httpsRedirect === true;
    this.#found.set(key, own);
  }

  get hosts(): GatewayHost[] {
    return [...this.#found].map(([name, { routes, steps, httpsRedirect }]) => ({
      name,
      routes: inOrder(routes),
      steps: steps.slice(0, 1),
      httpsRedirect,
    }));
  }
}

/** The hosts that one server has for routes, with these. */
function hostsWith(server: ServerConfig, bound: BoundRoutes, routesOf: RouteMaker): Served[] {
  const hosts = hostsOfBoth(hostsFor(server.hosts, bound.namespace), bound.hosts);
  const routes = hosts.length === 0 ? [] : routesOf(bound, server);
  return routes.length === 0 ? [] : hosts.map((name) => ({ name, routes }));
}

/** The hosts of servers that share a route configuration. */
export function gatewayHosts(
  servers: readonly MergedServer[],
  boundTo: (gateway: string) => readonly BoundRoutes[],
): GatewayHosts {
  const found = new Collection();
  const routesOf = routeMaker();
  for (const { gateway, server } of servers) {
    const redirected = server.tls?.httpsRedirect ? server.hosts : [];
    const served = [
      ...boundTo(gateway.name).flatMap((bound) => hostsWith(server, bound, routesOf)),
      ...redirected.map((name) => ({ name, routes: [] })),
    ];
    for (const { name, routes } of served) {
      found.add(name, server, routes);
    }
  }
  return indexed(found.hosts);
}

const indexed = (all: readonly GatewayHost[]): GatewayHosts => ({
  byName: new Map(all.map((one) => [one.name, one])),
  wide: all
    .filter(({ name }) => name.startsWith("*"))
    .sort((a, b) => b.name.length - a.name.length),
});

/** The host of a request, as Envoy finds it: ports and capital letters make no difference. */
export function hostOf({ byName, wide }: GatewayHosts, name: string): GatewayHost | undefined {
  const host = name.toLowerCase();
  return byName.get(host) ?? wide.find((one) => coversHost(one.name, host));
}
