import type { Mesh } from "../mesh";
import { allServers, type Server, serverHost, serversOf, shareWorkloads } from "./gateways";

/** A host of a server. */
export interface ServerHost {
  readonly server: Server;
  /** As it is compared: in small letters, without the namespaces that may bind to it. */
  readonly host: string;
  /** The namespaces that may bind to it: one, or `*`. */
  readonly binding: string;
  /** Path in the Gateway. */
  readonly path: string;
}

/** A wildcard, and a narrower host at the same port of the same Pods. */
export interface ServerOverlap {
  readonly wide: ServerHost;
  readonly narrow: ServerHost;
}

const any = "*";

const bindingOf = (host: string, own: string): string => {
  const [binding = any] = host.includes("/") ? host.split("/") : [];
  return binding === "." ? own : binding;
};

const hostsOf = (server: Server): ServerHost[] =>
  server.server.hosts.map((host, i) => ({
    server,
    host: serverHost(host).toLowerCase(),
    binding: bindingOf(host, server.gateway.source.id.namespace),
    path: `${server.path}.hosts[${i}]`,
  }));

const placeOf = ({ server: { port, bind = "" } }: Server): string => `${port.number}|${bind}`;

/** Wildcards that cover a host, but for itself. */
function around(host: string): string[] {
  const parts = host.split(".");
  const wider = parts.slice(1).map((_, i) => `${any}.${parts.slice(i + 1).join(".")}`);
  return [...wider, any].filter((one) => one !== host);
}

/** Every wildcard with each narrower host beside it. */
export function serverOverlaps(mesh: Mesh): ReadonlyMap<string, readonly ServerOverlap[]> {
  const all = mesh.fact(allServers).flatMap(hostsOf);
  const wildcards = new Map<string, ServerHost[]>();
  for (const one of all.filter(({ host }) => host.startsWith(any))) {
    const key = `${placeOf(one.server)}|${one.host}`;
    wildcards.set(key, [...(wildcards.get(key) ?? []), one]);
  }
  const found = new Map<string, ServerOverlap[]>();
  const put = ({ server }: ServerHost, overlap: ServerOverlap) =>
    found.set(server.gateway.name, [...(found.get(server.gateway.name) ?? []), overlap]);
  for (const narrow of all) {
    const wider = around(narrow.host).flatMap(
      (host) => wildcards.get(`${placeOf(narrow.server)}|${host}`) ?? [],
    );
    for (const wide of wider) {
      const [own, other] = [narrow.server.gateway, wide.server.gateway];
      if (own === other || shareWorkloads(own, other)) {
        const overlap = { wide, narrow };
        put(narrow, overlap);
        if (own !== other) {
          put(wide, overlap);
        }
      }
    }
  }
  return found;
}

const shareBinding = (one: ServerHost, other: ServerHost): boolean =>
  one.binding === other.binding || [one.binding, other.binding].includes(any);

/** Hosts that one Gateway has twice at a port for the same routes. */
export function repeatedHosts(
  mesh: Mesh,
  name: string,
): { readonly one: ServerHost; readonly before: ServerHost }[] {
  const gateway = mesh.gateway(name);
  const all = gateway ? serversOf(gateway).flatMap(hostsOf) : [];
  return all.flatMap((one, i) => {
    const before = all
      .slice(0, i)
      .find(
        (other) =>
          other.host === one.host &&
          placeOf(other.server) === placeOf(one.server) &&
          shareBinding(one, other),
      );
    return before === undefined ? [] : [{ one, before }];
  });
}
