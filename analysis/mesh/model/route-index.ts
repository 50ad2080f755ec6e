import { hostsOverlap } from "../../../values/host";
import { grouped } from "../lazy";
import { NotJudged } from "../not-judged";
import { meshGateway, type RouteDestination, type Routes } from "./virtual-services";

/** What of a VirtualService is not known yet takes part in nothing here; it is told where it is judged itself. */
function known<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotJudged) {
      return [];
    }
    throw error;
  }
}

const placeOf = (gateway: string, host: string): string => `${gateway} ${host}`;
const targetOf = (host: string, subset = ""): string => `${host} ${subset}`;

/** VirtualServices by where they apply, and what they send requests to. */
export class RouteIndex {
  readonly #byPlace: ReadonlyMap<string, readonly Routes[]>;
  readonly #meshHosts: readonly { host: string; routes: Routes }[];
  readonly #meshWildcards: readonly { host: string; routes: Routes }[];
  readonly #byTarget: ReadonlyMap<string, readonly RouteDestination[]>;
  readonly #delegates: ReadonlySet<string>;

  constructor(all: readonly Routes[]) {
    const places = all.flatMap((routes) =>
      known(() =>
        routes.gateways.flatMap((gateway) =>
          [...new Set(routes.hosts)].map((host) => ({ key: placeOf(gateway, host), routes })),
        ),
      ),
    );
    this.#byPlace = new Map(
      [...grouped(places, ({ key }) => key)].map(([key, found]) => [
        key,
        found.map(({ routes }) => routes),
      ]),
    );
    this.#meshHosts = [...this.#byPlace].flatMap(([key, found]) => {
      const [gateway, host = ""] = key.split(" ");
      return gateway === meshGateway ? found.map((routes) => ({ host, routes })) : [];
    });
    this.#meshWildcards = this.#meshHosts.filter(({ host }) => host.startsWith("*"));
    const targets = all.flatMap((routes) => known(() => routes.destinations));
    this.#byTarget = grouped(targets, ({ host, subset }) => targetOf(host, subset));
    this.#delegates = new Set(all.flatMap((routes) => known(() => routes.delegates)));
  }

  /** Those that apply to a host for all sidecars (`mesh`), or at a gateway. */
  at(host: string, gateway = meshGateway): readonly Routes[] {
    return this.#byPlace.get(placeOf(gateway, host)) ?? [];
  }

  /** Those of the mesh for other hosts that have a name in common with one: one of both is a wildcard. */
  overlapping(host: string): readonly Routes[] {
    const others = host.startsWith("*") ? this.#meshHosts : this.#meshWildcards;
    return others
      .filter((other) => other.host !== host && hostsOverlap(other.host, host))
      .map(({ routes }) => routes);
  }

  /** Destinations of all routes to a host, or to a subset of it, that get any request. */
  to(host: string, subset?: string): readonly RouteDestination[] {
    return (this.#byTarget.get(targetOf(host, subset)) ?? []).filter(({ used }) => used);
  }

  /** Whether any route names a subset of a host, even one that gets no request yet. */
  names(host: string, subset: string): boolean {
    return this.#byTarget.has(targetOf(host, subset));
  }

  /** Whether a route is handed over to a VirtualService, by `namespace/name`. */
  isDelegated(name: string): boolean {
    return this.#delegates.has(name);
  }
}
