import type { GatewayServer } from "../../../schemas/kinds/networking/gateway";

/** Lists of routes that a VirtualService has. */
export type RouteList = "http" | "tls" | "tcp";

const plainHttp = new Set(["HTTP", "HTTP2", "HTTP_PROXY", "GRPC", "GRPC-WEB"]);

/** Whether a server takes requests without TLS. */
export const isPlainHttp = ({ port: { protocol } }: GatewayServer): boolean =>
  plainHttp.has(protocol.toUpperCase());

/** Whether a server has one of the protocols with TLS, and is not plain HTTP that only answers redirects. */
export const hasTls = (server: GatewayServer): boolean =>
  server.tls !== undefined && !isPlainHttp(server);

/**
 * The list from which a server gets its routes: what a proxy sees decides, requests, the name that a
 * client asks for, or bytes. None where each Service is reached by its own name (AUTO_PASSTHROUGH).
 */
export function routesOfServer(server: GatewayServer): RouteList | undefined {
  // Settings of TLS without a mode are passed through, as that is the first of the modes.
  const mode = server.tls === undefined ? undefined : (server.tls.mode ?? "PASSTHROUGH");
  if (isPlainHttp(server)) {
    return "http";
  }
  if (mode === "AUTO_PASSTHROUGH") {
    return undefined;
  }
  if (mode === "PASSTHROUGH") {
    return "tls";
  }
  return server.port.protocol.toUpperCase() === "HTTPS" ? "http" : "tcp";
}

/** What a server does, in words. */
export function serverWords({ port: { number, protocol }, tls }: GatewayServer): string {
  const mode = tls === undefined ? "" : ` with TLS mode ${tls.mode ?? "PASSTHROUGH"}`;
  return `port ${number} (${protocol}${mode})`;
}
