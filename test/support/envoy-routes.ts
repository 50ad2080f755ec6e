import { textMatches } from "./envoy-text";
import type { Envoy } from "./translate";

/** What routes look at. */
export interface HttpRequest {
  /** Host header without port. */
  host: string;
  /** With its query, e.g. `/cart?x=1`. @default "/" */
  path?: string;
  /** @default "GET" */
  method?: string;
  /** Names in lower case. @default - none */
  headers?: Record<string, string>;
}

/** The virtual host of a host name: exact, then longest `*.suffix`, then longest `prefix.*`, then `*`. */
export function virtualHost(routes: Envoy, host: string): Envoy {
  let best: { rank: number; found: Envoy } = { rank: 0, found: undefined };
  for (const found of routes?.virtualHosts ?? []) {
    const rank = Math.max(...found.domains.map((domain: string) => domainRank(domain, host)));
    best = rank > best.rank ? { rank, found } : best;
  }
  return best.found;
}

const exact = 1e9;
const suffix = 1e6;
const prefix = 1e3;

function domainRank(domain: string, host: string): number {
  if (domain === host) {
    return exact;
  }
  if (domain === "*") {
    return 1;
  }
  if (domain.startsWith("*") && host.endsWith(domain.slice(1))) {
    return suffix + domain.length;
  }
  return domain.endsWith("*") && host.startsWith(domain.slice(0, -1)) ? prefix + domain.length : 0;
}

export function matchingRoute({ routes = [] }: Envoy, request: HttpRequest): Envoy {
  return routes.find(({ match }: Envoy) => matches(match, request));
}

function matches(match: Envoy, request: HttpRequest): boolean {
  const { path: target = "/" } = request;
  const [path = "", query = ""] = target.split(/\?(.*)/s);
  const parameters = new URLSearchParams(query);
  const all: Record<string, string> = {
    ":authority": request.host,
    ":method": request.method ?? "GET",
    ":path": target,
    ":scheme": "http",
    ...request.headers,
  };
  return (
    pathMatches(match, path) &&
    (match.headers ?? []).every((one: Envoy) => headerMatches(one, all[one.name.toLowerCase()])) &&
    (match.queryParameters ?? []).every((one: Envoy) =>
      parameterMatches(one, parameters.get(one.name) ?? undefined),
    )
  );
}

function pathMatches(match: Envoy, path: string): boolean {
  const [actual, wanted] = match.caseSensitive === false ? [lower(path), lower] : [path, same];
  if (match.path !== undefined) {
    return actual === wanted(match.path);
  }
  if (match.pathSeparatedPrefix !== undefined) {
    const whole = wanted(match.pathSeparatedPrefix);
    return actual === whole || actual.startsWith(`${whole}/`);
  }
  if (match.safeRegex !== undefined) {
    return new RegExp(`^(?:${match.safeRegex.regex})$`).test(path);
  }
  return actual.startsWith(wanted(match.prefix ?? ""));
}

const same = (text: string) => text;
const lower = (text: string) => text.toLowerCase();

function headerMatches(match: Envoy, value: string | undefined): boolean {
  const { invertMatch = false, treatMissingHeaderAsEmpty = false } = match;
  if (match.presentMatch !== undefined) {
    return ((value !== undefined) === match.presentMatch) !== invertMatch;
  }
  const actual = value ?? (treatMissingHeaderAsEmpty ? "" : undefined);
  // Envoy does not turn round a match of a header that is missing.
  return actual !== undefined && textMatches(match.stringMatch, actual) !== invertMatch;
}

function parameterMatches(match: Envoy, value: string | undefined): boolean {
  if (match.presentMatch !== undefined) {
    return (value !== undefined) === match.presentMatch;
  }
  return value !== undefined && textMatches(match.stringMatch, value);
}
