import { isKnown } from "../../../arguments/when-known";
import { type EdgeServer, redirectsAll, redirectsSome, takes } from "./edge-servers";
import { GatewayProtocol } from "./gateway-server-args";

type IsFor = (server: EdgeServer) => boolean;

/** How a route says for which servers it is, without naming listeners. */
export interface Reach {
  /** All that could take it. */
  whole?: true;
  /** All of one port. A route may name a Gateway by one port only. */
  port?: number;
}

const speaksHttp: IsFor = ({ protocol }) =>
  protocol === GatewayProtocol.Http || protocol === GatewayProtocol.Https;

/** The shortest way to say which servers are meant; none where only their listeners' names do. */
export function reachOf(servers: readonly EdgeServer[], isFor: IsFor): Reach {
  const meant = servers.filter(isFor);
  const [{ port } = { port: undefined }] = meant;
  if (meant.length > 0 && meant.every(speaksHttp) && servers.filter(speaksHttp).every(isFor)) {
    return { whole: true };
  }
  const beside = servers.filter((server) => !isFor(server));
  return port !== undefined &&
    isKnown(port) &&
    meant.every((server) => server.port === port) &&
    beside.every((server) => isKnown(server.port) && server.port !== port)
    ? { port }
    : {};
}

/** Servers that have the same routes. */
const kinds: IsFor[] = [
  (server) => takes.http(server) && !redirectsSome(server),
  redirectsSome,
  redirectsAll,
  takes.tls,
];

/** Whether some route names the server's listeners. */
export const isNamed = (server: EdgeServer, servers: readonly EdgeServer[]): boolean =>
  [...kinds, (other: EdgeServer) => takes.tcp(other) && other.name === server.name]
    .filter((isFor) => isFor(server))
    .some((isFor) => Object.keys(reachOf(servers, isFor)).length === 0);
