/** The port of a service, a listener or a target. */
export const portProblem = (port: number): string | undefined =>
  port >= 1 && port <= 65535 ? undefined : "a port from 1 to 65535 is expected";

const http = ["http", "http2", "http_proxy", "grpc", "grpc-web"];
const tls = ["https", "tls"];
const others = ["tcp", "udp", "mongo", "redis", "mysql"];

export const isHttpProtocol = (name: string): boolean => http.includes(name.toLowerCase());

export const isTlsProtocol = (name: string): boolean => tls.includes(name.toLowerCase());

const isProtocol = (name: string): boolean =>
  isHttpProtocol(name) || isTlsProtocol(name) || others.includes(name.toLowerCase());

export const protocolProblem = (name: string): string | undefined =>
  isProtocol(name)
    ? undefined
    : `allowed: ${[...http, ...tls, ...others].map((known) => known.toUpperCase()).join(", ")}`;
