import type { Redirect } from "./answer";
import type { HttpRequest } from "./request";
import { rewrittenPath, splitPath } from "./rewrite";
import type { RedirectAction } from "./route";

/** Ports that a URL of a scheme does not name. */
const portOf: Readonly<Record<string, string>> = { http: ":80", https: ":443" };

/** The host of a request in a redirect: its port goes where the redirect has one, or where the scheme changes it. */
function requestHost(
  { authority, scheme: own }: HttpRequest,
  scheme: string,
  port: string,
): string {
  const end = authority.startsWith("[")
    ? authority.lastIndexOf("]:") + 1
    : authority.lastIndexOf(":");
  if (end <= 0) {
    return authority;
  }
  const isDropped = port !== "" || (scheme !== own && authority.slice(end) === portOf[own]);
  return isDropped ? authority.slice(0, end) : authority;
}

function redirectedPath(path: string, rewrite: RedirectAction["path"]): string {
  if (rewrite === undefined) {
    return path;
  }
  // A query of its own takes the place of that of the request.
  const hasQuery = rewrite.kind === "full" && rewrite.value.includes("?");
  return rewrittenPath(hasQuery ? splitPath(path)[0] : path, rewrite);
}

/** Where a redirect sends a request, as Envoy writes the header `location`. */
export function redirectOf(action: RedirectAction, http: HttpRequest): Redirect {
  const { status, scheme = http.scheme, authority } = action;
  const port = action.port === undefined ? "" : `:${action.port}`;
  const host = authority ?? requestHost(http, scheme, port);
  const path = redirectedPath(http.path, action.path);
  return { status, location: `${scheme}://${host}${port}${path}` };
}

const movedPermanently = 301;

/** Where a host that is for HTTPS only sends a request of plain HTTP. */
export const httpsRedirectOf = ({ authority, path }: HttpRequest): Redirect => ({
  status: movedPermanently,
  location: `https://${authority}${path}`,
});
