import * as pulumi from "@pulumi/pulumi";
import { isKnown, whenKnown } from "../../../arguments/when-known";
import { isNamed } from "./edge-listener-reach";
import type { EdgeServer } from "./edge-servers";
import { GatewayProtocol } from "./gateway-server-args";

/** A listener has one host name; a server with several becomes as many. */
export interface Listener {
  name: pulumi.Input<string>;
  host: pulumi.Input<string>;
  server: EdgeServer;
}

/**
 * A host as one label, which no other host has. With dots in the name of a listener, EnvoyFilters would
 * not find its routes by port or gateway.
 */
const labelOf = (host: string): string =>
  host.replaceAll("-", "--").replaceAll(".", "-").replace("*", "any--");

/**
 * istiod keeps the routes of an HTTPS listener under the listener's name, and proxies learn of listeners
 * and of routes one after the other. With a name that was another host's, connections that are open, and
 * new ones for a moment, would look for their host among the routes of the other: 404. Where routes
 * name listeners, one that moved to another host would take the requests with it.
 */
const isNamedByHost = (server: EdgeServer, servers: readonly EdgeServer[]): boolean =>
  server.protocol === GatewayProtocol.Https || isNamed(server, servers);

function listenerName(
  server: EdgeServer,
  servers: readonly EdgeServer[],
  i: number,
): pulumi.Input<string> {
  if (!isNamedByHost(server, servers)) {
    return i === 0 ? server.name : `${server.name}-${i + 1}`;
  }
  return whenKnown([server.hosts[i] ?? "*"], (host: string) =>
    host === "*" ? server.name : `${server.name}-${labelOf(host)}`,
  );
}

/** All listeners of the servers, in their order. */
export const listenersOf = (servers: readonly EdgeServer[]): Listener[] =>
  servers.flatMap((server) =>
    server.hosts.map((host, i) => ({ name: listenerName(server, servers, i), host, server })),
  );

/**
 * The first listener of a port gives its name to the port of the Service that istiod makes, and a port
 * under a new name has no endpoints for a moment. So where that name is a host's, which may go, the port
 * gets the server's: laid over the Service, as YAML or JSON. Undefined when no port needs it.
 * @see https://istio.io/latest/docs/tasks/traffic-management/ingress/gateway-api/#automated-deployment
 */
export function gatewayParameters(
  servers: readonly EdgeServer[],
): Record<string, pulumi.Input<string>> | undefined {
  const first = new Map([...servers].reverse().map((server) => [server.port, server]));
  const ports = servers
    .filter((server) => first.get(server.port) === server && isNamedByHost(server, servers))
    .filter(({ hosts: [host = "*"] }) => !isKnown(host) || host !== "*")
    .map(({ port, name }) => ({ port, name }));
  return ports.length === 0 ? undefined : { service: pulumi.jsonStringify({ spec: { ports } }) };
}
