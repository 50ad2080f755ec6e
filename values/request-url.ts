import { nameProblem } from "./host";
import { isIpAddress } from "./ip";
import { isDigits } from "./number";
import { portProblem } from "./port";

/** A URL in its parts. */
export interface UrlParts {
  /** In small letters, without what stands behind it. */
  readonly scheme: string;
  /** Host and port as they are written. */
  readonly authority: string;
  /** Name or IP address in small letters, without brackets and without a dot at its end. */
  readonly host: string;
  /** Undefined where none is written. */
  readonly port?: number;
  /** With its query, as it is written; empty where none is. */
  readonly path: string;
}

const form = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^#]*)/is;
const hostAndPort = /^(\[[^\]]*\]|[^:[\]]*)(?::([^:]*))?$/;
const user = /\/\/[^/?#]*@/;
const brackets = /^\[|\]$/g;
const dotAtEnd = /\.$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const notSent = /[\u0000-\u0020\u007F]/;

const beginning = /^[a-z][a-z0-9+.-]*:\/\//i;

/** Scheme, host and port of a URL, without its path. */
export const siteOf = (url: string): string => {
  const [, scheme = "", authority = ""] = form.exec(url) ?? [];
  return `${scheme}://${authority}`;
};

/** Whether a text is meant as a URL. */
export const isUrl = (text: string): boolean => beginning.test(text);

/** A port that is written out. */
const writtenPortProblem = (port: string): string | undefined =>
  portProblem(isDigits(port) ? Number(port) : Number.NaN);

function hostProblem(written: string, host: string): string | undefined {
  if (written.startsWith("[")) {
    return isIpAddress(host) && host.includes(":") ? undefined : "is not an IPv6 address";
  }
  return isIpAddress(host) ? undefined : nameProblem(host);
}

/** A URL as it may be told: without the name and password of a user. */
export const withoutUser = (url: string): string => url.replace(user, "//…@");

/** A URL in its parts, or what is wrong with it in words that follow on it. */
export function urlParts(url: string): UrlParts | string {
  const parts = form.exec(url);
  if (parts === null) {
    return 'is not a URL; write for example "http://reviews:9080/"';
  }
  const [, scheme = "", authority = "", path = ""] = parts;
  if (notSent.test(url)) {
    return "has a space or a control character, which no URL has; write it as % and two digits";
  }
  if (authority.includes("@")) {
    return 'names a user before "@"; send credentials in the header "authorization"';
  }
  const [, written = "", port] = hostAndPort.exec(authority) ?? [];
  if (written === "") {
    return authority === "" ? "names no host" : `: ${JSON.stringify(authority)} is not host:port`;
  }
  const host = written.replace(brackets, "").replace(dotAtEnd, "").toLowerCase();
  const wrong = hostProblem(written, host);
  if (wrong !== undefined) {
    return `: host ${JSON.stringify(written)}: ${wrong}`;
  }
  const wrongPort = port === undefined ? undefined : writtenPortProblem(port);
  if (wrongPort !== undefined) {
    return `: port ${JSON.stringify(port)} ${wrongPort}`;
  }
  return {
    scheme: scheme.toLowerCase(),
    authority,
    host,
    ...(port !== undefined && { port: Number(port) }),
    path: path.startsWith("?") ? `/${path}` : path,
  };
}
