import type * as pulumi from "@pulumi/pulumi";
import { GatewayProtocol, type GatewayServer, GatewayTlsMode } from "./gateway-server-args";

/** A server with its defaults filled in. */
export interface EdgeServer extends GatewayServer {
  /** Path of the argument that it comes from; empty for the short form. */
  at: string;
  name: string;
  hosts: pulumi.Input<string>[];
  redirectToHttps: boolean;
  tlsInFront: boolean;
}

const isPassthrough = ({ tls }: GatewayServer) => tls?.mode === GatewayTlsMode.Passthrough;

/** Which routes a server needs. */
export const takes = {
  http: ({ protocol, redirectToHttps, tlsInFront }: EdgeServer) =>
    protocol === GatewayProtocol.Https ||
    (protocol === GatewayProtocol.Http && (!redirectToHttps || tlsInFront)),
  tls: (server: EdgeServer) => server.protocol === GatewayProtocol.Tls && isPassthrough(server),
  tcp: (server: EdgeServer) =>
    server.protocol === GatewayProtocol.Tcp ||
    (server.protocol === GatewayProtocol.Tls && !isPassthrough(server)),
};

/** Whether clients without TLS get a redirect where the others are served. */
export const redirectsSome = ({ redirectToHttps, tlsInFront }: EdgeServer): boolean =>
  redirectToHttps && tlsInFront;

/** Whether every client gets a redirect. */
export const redirectsAll = ({ redirectToHttps, tlsInFront }: EdgeServer): boolean =>
  redirectToHttps && !tlsInFront;

/** Names that stay when servers are added behind. */
export function withNames(servers: readonly GatewayServer[]): string[] {
  const seen: Record<string, number> = {};
  return servers.map(({ name, protocol }) => {
    const base = String(protocol).toLowerCase();
    const count = (seen[base] ?? 0) + 1;
    seen[base] = count;
    return name ?? (count === 1 ? base : `${base}-${count}`);
  });
}
