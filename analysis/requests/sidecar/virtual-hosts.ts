import { hostsOverlap } from "../../../values/host";
import { isIpAddress } from "../../../values/ip";
import type { Mesh } from "../../mesh/mesh";
import type { Host } from "../../mesh/model/services";
import type { MeshProxy } from "../mesh-proxy";
import type { Route } from "../route";
import { defaultRoute } from "../routes/default-route";
import {
  inOrder,
  type ListenerRoutes,
  listenerRoutes,
  type MeshRoutes,
} from "../routes/mesh-routes";
import { type Step, stepOf } from "../trail";
import type { EgressListener } from "../visibility/egress-listener";
import { isKubernetes } from "../visibility/order";
import { joinedHost, type SeenHost } from "../visibility/seen-host";
import { hostsByAddress, isHeadless } from "./host-address";
import { hostNames } from "./host-names";
import { readingOf } from "./port-listeners";

/** Routes of a host at a port. */
export interface HostRoutes {
  readonly routes: readonly Route[];
  readonly steps: readonly Step[];
}

/** Hosts of a port as routes of HTTP of one proxy see them. */
export class VirtualHosts {
  readonly #mesh: Mesh;
  readonly #proxy: MeshProxy;
  readonly #listener: EgressListener;
  readonly #port: number;
  readonly #all: ListenerRoutes;

  constructor(mesh: Mesh, proxy: MeshProxy, listener: EgressListener, port: number) {
    this.#mesh = mesh;
    this.#proxy = proxy;
    this.#listener = listener;
    this.#port = port;
    this.#all = listenerRoutes(mesh, listener);
  }

  /** Routes of a host, by its very name. */
  of(host: string): HostRoutes | undefined {
    return this.#first([host], host);
  }

  /** Routes for a name that a client writes, without a port: exact names go before the longest wildcard. */
  for(name: string): HostRoutes | undefined {
    const own = name.toLowerCase();
    return this.#exact(own) ?? this.#wildcard(own);
  }

  /**
   * The host of exactly this name, where it has the port. Of ServiceEntries that do not join, the first has the
   * clusters; the others have routes all the same.
   */
  #seen(name: string): SeenHost | undefined {
    const all = this.#listener.named(name);
    const joined = all.reduce<SeenHost | undefined>(joinedHost, undefined);
    const others = joined && isKubernetes(joined.host) ? [] : all;
    return [joined, ...others].find((seen) => seen?.ports.some(({ port }) => port === this.#port));
  }

  /** The same, where it takes requests there. */
  #seenForHttp(name: string): SeenHost | undefined {
    const seen = this.#seen(name);
    const protocol = seen?.ports.find(({ port }) => port === this.#port)?.protocol;
    const reading = protocol === undefined ? undefined : readingOf(protocol);
    return reading === "http" || reading === "auto" ? seen : undefined;
  }

  #exact(name: string): HostRoutes | undefined {
    const { domain } = this.#mesh.config;
    const plain = name.endsWith(".") ? name.slice(0, -1) : name;
    const isKnown = this.#seenForHttp(plain) !== undefined;
    const hosts = isKnown
      ? [plain]
      : isIpAddress(name)
        ? this.#atAddress(name)
        : hostNames(plain, this.#proxy.namespace, domain);
    return this.#first(
      hosts.flatMap((host) => [host, ...this.#alias(host)]),
      name,
    );
  }

  /** The host that a Service stands for as another name of it. */
  #alias(name: string): string[] {
    const [seen] = this.#listener.named(name);
    return seen?.host.externalName === undefined ? [] : [seen.host.externalName];
  }

  #atAddress(ip: string): string[] {
    const all = this.#mesh.fact(hostsByAddress).get(ip) ?? [];
    return all.map(({ host }) => host);
  }

  /** The first that has routes for the proxy: routes that are written, in istiod's order, else those of a host. */
  #first(hosts: readonly string[], name: string): HostRoutes | undefined {
    const seen = hosts.filter((host) => this.#seenForHttp(host) !== undefined);
    const tied = seen.flatMap((host) => this.#all.of(host));
    const beside = this.#seen(name) === undefined ? this.#all.at(name) : [];
    const free = beside.filter((routes) => this.#isUsed(routes));
    const written = this.#written(inOrder([...tied, ...free], this.#proxy.namespace), seen);
    if (written) {
      return written;
    }
    const [own] = seen;
    return own === undefined ? undefined : this.#default(own);
  }

  #written(all: readonly MeshRoutes[], hosts: readonly string[]): HostRoutes | undefined {
    for (const one of all) {
      const routes = this.#isForHosts(one, hosts)
        ? one.http(this.#mesh, this.#proxy, this.#port)
        : [];
      if (routes.length > 0) {
        return { routes, steps: [] };
      }
    }
    return undefined;
  }

  /** Routes of the Gateway API are for clients of their own namespace, or for the host's. */
  #isForHosts({ ofApi, namespace }: MeshRoutes, hosts: readonly string[]): boolean {
    return (
      !ofApi ||
      namespace === this.#proxy.namespace ||
      hosts.some((host) => this.#seen(host)?.host.namespace === namespace)
    );
  }

  /**
   * Whether routes for hosts that nobody is are asked at the port: at 80 all are, elsewhere those that are for some
   * host of the port, too.
   */
  #isUsed({ hosts, ofApi }: MeshRoutes): boolean {
    return !ofApi && (this.#port === 80 || hosts.some((host) => this.#tiedTo(host).length > 0));
  }

  /** Hosts that take requests at the port and that routes for a host or a wildcard are tied to. */
  #tiedTo(host: string): readonly SeenHost[] {
    if (!host.startsWith("*")) {
      return [this.#seenForHttp(host) ?? []].flat();
    }
    return this.#listener.hosts.filter(
      (seen) =>
        hostsOverlap(host, seen.host.host) &&
        this.#seenForHttp(seen.host.host) !== undefined &&
        this.#all.of(seen.host.host).some(({ hosts }) => hosts.includes(host)),
    );
  }

  #default(name: string): HostRoutes | undefined {
    const seen = this.#seen(name);
    const target = seen && this.#aliased(seen.host);
    if (target === undefined) {
      return undefined;
    }
    const { source, ports } = target;
    const path = ports.find(({ port }) => port === this.#port)?.path ?? "spec";
    const step = stepOf(source, path);
    const route = defaultRoute(this.#mesh, { host: target.host, port: this.#port, step }, [step]);
    return { routes: [route], steps: [] };
  }

  /** The host that another name stands for; undefined where it is not seen at the port. */
  #aliased(host: Host): Host | undefined {
    return host.externalName === undefined ? host : this.#seenForHttp(host.externalName)?.host;
  }

  #wildcard(name: string): HostRoutes | undefined {
    const all = [...this.#wildcardHosts(name)].sort((a, b) => b.domain.length - a.domain.length);
    for (const { find } of all) {
      const found = find();
      if (found) {
        return found;
      }
    }
    return undefined;
  }

  /** Names with a wildcard in front that a name fits, and whose routes they have. */
  *#wildcardHosts(name: string): Iterable<{ domain: string; find: () => HostRoutes | undefined }> {
    const fits = (domain: string) => name.endsWith(domain.slice(1)) && name !== domain.slice(1);
    for (const host of this.#mesh.hosts.wildcards.filter((one) => fits(one.host.toLowerCase()))) {
      yield { domain: host.host, find: () => this.#first([host.host], host.host) };
    }
    for (const { host, routes } of this.#all.wildcards.filter((one) => fits(one.host))) {
      if (this.#isFree(host) && this.#isUsed(routes)) {
        yield { domain: host, find: () => this.#written([routes], []) };
      }
    }
    yield* this.#headlessHosts(name);
  }

  /** Whether a wildcard stands for no host of the port; else it has only those that it is tied to. */
  #isFree(wildcard: string): boolean {
    return !this.#listener.hosts.some(
      ({ host, ports }) =>
        ports.some(({ port }) => port === this.#port) && hostsOverlap(wildcard, host.host),
    );
  }

  /** Pods of a headless Service, by whatever names they have before its own. */
  *#headlessHosts(name: string): Iterable<{ domain: string; find: () => HostRoutes | undefined }> {
    const { domain } = this.#mesh.config;
    const parts = name.split(".");
    for (const at of parts.keys()) {
      const rest = parts.slice(at + 1).join(".");
      const [headless] = hostNames(rest, this.#proxy.namespace, domain).filter((host) => {
        const seen = this.#seenForHttp(host);
        return seen && isHeadless(seen.host);
      });
      if (headless !== undefined) {
        yield { domain: `*.${rest}`, find: () => this.#first([headless], headless) };
      }
    }
  }
}
