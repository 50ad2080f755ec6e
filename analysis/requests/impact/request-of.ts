import type { Caller, HttpRequest, Request } from "../request";
import type { Draft } from "./asking/draft";
import type { Place } from "./places";

const usualPorts: Readonly<Record<string, number>> = { http: 80, https: 443 };

function pathOf({ path, query }: Draft): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
}

function httpOf({ host, port, protocol }: Place, draft: Draft): HttpRequest {
  const isGrpc = protocol === "grpc";
  const {
    ":authority": authority = usualPorts[protocol] === port ? host : `${host}:${port}`,
    ":method": method = isGrpc ? "POST" : "GET",
    ":scheme": _scheme,
    ...headers
  } = draft.headers;
  return {
    authority,
    method,
    path: pathOf(draft),
    headers: { ...headers, ...(isGrpc && { "content-type": "application/grpc" }) },
    scheme: protocol === "https" ? "https" : "http",
  };
}

/** Who asks, with the address that is asked for where it can have any. */
const callerAt = (caller: Caller, { ip }: Draft): Caller =>
  caller.kind === "outside" && ip !== undefined ? { ...caller, ip } : caller;

const hasRequests = ({ protocol }: Place): boolean => protocol !== "tcp" && protocol !== "tls";

/** The request that a draft becomes at a place. */
export function requestOf(
  place: Place,
  caller: Caller,
  draft: Draft,
  certificate?: Request["clientCertificate"],
): Request {
  const { host, port, protocol } = place;
  const { sni, token } = draft;
  const isHttp = hasRequests(place);
  return {
    from: callerAt(caller, draft),
    protocol,
    host,
    port,
    ...(sni !== undefined && protocol !== "tcp" && { sni }),
    ...(certificate && { clientCertificate: certificate }),
    ...(isHttp && { http: httpOf(place, draft) }),
    ...(isHttp && token && { token }),
  };
}
