import { didYouMean } from "../../values/closest";
import { sentHeaderProblem } from "../../values/header";
import { sentHeaderValueProblem } from "../../values/header-value";
import { sentMethodProblem } from "../../values/http-method";
import { addressProblem } from "../../values/ip";
import { type UrlParts, urlParts, withoutUser } from "../../values/request-url";
import { QuestionError } from "./question-error";
import type { Caller, HttpRequest, Protocol, Request, Token } from "./request";

/** What a client sends beside method and URL. */
export interface UrlOptions {
  /** Headers, also as pairs where a name comes several times; `host` takes the place of the URL's. */
  readonly headers?: Readonly<Record<string, string>> | Iterable<readonly [string, string]>;
  /** Server name of TLS. @default - the host of the URL */
  readonly sni?: string;
  /** Certificate that the client shows to a gateway. @default - none */
  readonly clientCertificate?: { readonly names: readonly string[] };
  /** @default - none */
  readonly token?: Token;
  /** IP address that is called in place of that of the host. */
  readonly address?: string;
}

/** What a scheme says, and the port where none is written. */
const schemes: Readonly<Record<string, { protocol: Protocol; port?: number }>> = {
  http: { protocol: "http", port: 80 },
  https: { protocol: "https", port: 443 },
  grpc: { protocol: "grpc" },
  tls: { protocol: "tls", port: 443 },
  tcp: { protocol: "tcp" },
};

function mustFit(what: string, problem: string | undefined): void {
  if (problem !== undefined) {
    throw new QuestionError(`${what}${problem.startsWith(":") ? "" : " "}${problem}`);
  }
}

function partsOf(url: string): UrlParts {
  const parts = urlParts(url);
  if (typeof parts === "string") {
    mustFit(JSON.stringify(withoutUser(url)), parts);
    throw new Error("a problem without words");
  }
  return parts;
}

const isIterable = (
  headers: NonNullable<UrlOptions["headers"]>,
): headers is Iterable<readonly [string, string]> => Symbol.iterator in headers;

/** Headers by names in small letters; those that come twice are put together as HTTP does. */
function headersOf(given: UrlOptions["headers"] = {}): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [written, value] of isIterable(given) ? given : Object.entries(given)) {
    mustFit(`header ${JSON.stringify(written)}`, sentHeaderProblem(written));
    mustFit(
      `header ${JSON.stringify(written)}`,
      typeof value === "string" ? sentHeaderValueProblem(value) : "has no text as its value",
    );
    const name = written.toLowerCase();
    const before = headers[name];
    const between = name === "cookie" ? "; " : ",";
    headers[name] = before === undefined ? value : `${before}${between}${value}`;
  }
  return headers;
}

/** Host header as clients write it: the port of the scheme itself is left out. */
const authorityOf = ({ authority, port }: UrlParts, usual?: number): string =>
  port !== undefined && port === usual ? authority.slice(0, authority.lastIndexOf(":")) : authority;

function methodOf(protocol: Protocol, method = protocol === "grpc" ? "POST" : "GET"): string {
  mustFit(`method ${JSON.stringify(method)}`, sentMethodProblem(method));
  if (protocol === "grpc" && method !== "POST") {
    throw new QuestionError(`method ${JSON.stringify(method)}: gRPC has POST alone`);
  }
  if (method === "CONNECT") {
    throw new QuestionError('method "CONNECT": for a connection write "tcp://host:port"');
  }
  return method;
}

function httpOf(
  parts: UrlParts,
  protocol: Protocol,
  usual: number | undefined,
  method: string | undefined,
  options: UrlOptions,
): HttpRequest {
  const { host, ...headers } = headersOf(options.headers);
  return {
    authority: host ?? authorityOf(parts, usual),
    path: parts.path === "" ? "/" : parts.path,
    method: methodOf(protocol, method),
    headers,
    scheme: protocol === "https" ? "https" : "http",
  };
}

/** A connection carries bytes: what is written beside its host and port would not be sent. */
function mustBeBare({ scheme, path }: UrlParts, method?: string, { headers }: UrlOptions = {}) {
  const told =
    method !== undefined && method !== "CONNECT"
      ? `method ${JSON.stringify(method)}`
      : path !== "" && path !== "/"
        ? `path ${JSON.stringify(path)}`
        : Object.keys(headersOf(headers)).length > 0
          ? "headers"
          : undefined;
  if (told !== undefined) {
    throw new QuestionError(`${told}: ${scheme}:// is a connection without HTTP`);
  }
}

/**
 * The request that a client makes of a URL: `http`, `https`, `grpc` (plain text), or a connection by `tcp` and
 * `tls`. Path and query stay as they are; a method that is undefined is the usual one.
 *
 * @throws QuestionError for what is no URL, an unknown scheme, a port, method or header that cannot be.
 */
export function requestFromUrl(
  from: Caller,
  method: string | undefined,
  url: string,
  options: UrlOptions = {},
): Request {
  const parts = partsOf(url);
  const known = schemes[parts.scheme];
  if (known === undefined || !Object.hasOwn(schemes, parts.scheme)) {
    const names = Object.keys(schemes);
    throw new QuestionError(
      `${JSON.stringify(url)}: scheme ${JSON.stringify(parts.scheme)} is unknown; ` +
        `allowed: ${names.join(", ")}${didYouMean(parts.scheme, names)}`,
    );
  }
  const { protocol } = known;
  const port = parts.port ?? known.port;
  if (port === undefined) {
    throw new QuestionError(
      `${JSON.stringify(url)} names no port; ${parts.scheme}:// has none of its own`,
    );
  }
  const { sni, clientCertificate, token, address } = options;
  if (address !== undefined) {
    mustFit(`address ${JSON.stringify(address)}`, addressProblem(address));
  }
  const hasHttp = protocol !== "tcp" && protocol !== "tls";
  if (!hasHttp) {
    mustBeBare(parts, method, options);
  }
  return {
    from,
    protocol,
    host: parts.host,
    port,
    ...(address !== undefined && { address }),
    ...(sni !== undefined && { sni }),
    ...(clientCertificate && { clientCertificate }),
    ...(hasHttp && { http: httpOf(parts, protocol, known.port, method, options) }),
    ...(token && { token }),
  };
}
