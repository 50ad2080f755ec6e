import { hostsOverlap } from "../../../values/host";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { known } from "../not-judged";
import { listenersOf } from "./api-gateways";
import { allServers, serverHost } from "./gateways";
import { hasTls } from "./server-routes";

const encrypted: readonly string[] = ["HTTPS", "TLS"];

/** Hosts for which some gateway of the set takes TLS. */
export interface TlsHosts {
  takes(host: string): boolean;
}

/** Of both APIs. What is not known yet may be any host. */
export function tlsHosts(mesh: Mesh): TlsHosts {
  const api = [...mesh.set.all(Kind.ApiGateway), ...mesh.set.all(Kind.ListenerSet)].flatMap(
    (owner) => known(() => listenersOf(owner).map(({ listener }) => listener)) ?? [undefined],
  );
  const hosts = new Set([
    ...(known(() => mesh.fact(allServers)) ?? [])
      .filter(({ server }) => hasTls(server))
      .flatMap(({ server }) => server.hosts.map(serverHost)),
    ...api
      .filter((listener) => listener === undefined || encrypted.includes(listener.protocol))
      .map((listener) => listener?.hostname || "*"),
  ]);
  const wildcards = [...hosts].filter((host) => host.startsWith("*"));
  return {
    takes: (host) =>
      hosts.has(host) ||
      wildcards.some((one) => hostsOverlap(one, host)) ||
      (host.startsWith("*") && [...hosts].some((one) => hostsOverlap(one, host))),
  };
}
