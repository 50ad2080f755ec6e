import { withoutLastSlash } from "../../../values/path";
import { exactRegex } from "../../../values/regex";
import type { PathMatch, PathRewrite, RedirectAction, Rewrite, Weighted } from "../route";
import {
  type BackendReference,
  type BackendSource,
  backendOf,
  isMissing,
  isUntranslatable,
} from "./api-backend";

interface PathModifier {
  readonly type: "ReplaceFullPath" | "ReplacePrefixMatch";
  readonly replaceFullPath?: string;
  readonly replacePrefixMatch?: string;
}

/** A filter that redirects. */
interface RedirectFilter {
  readonly hostname?: string;
  readonly path?: PathModifier;
  readonly port?: number;
  readonly scheme?: string;
  readonly statusCode?: number;
}

/** Where a route is: its redirects name the port that is listened on. */
export interface RoutePlace {
  /** Port of the server or of the Service. */
  readonly port: number;
  readonly tls: boolean;
}

const usualPorts: Readonly<Record<string, number>> = { http: 80, https: 443 };

/** The text that a match's prefix fits. */
const matchedBy = (path: PathMatch | undefined): string =>
  path === undefined || path.kind === "regex" ? "/" : path.value;

function redirectedPath(
  modifier: PathModifier | undefined,
  match: PathMatch | undefined,
): PathRewrite | undefined {
  const { replaceFullPath, replacePrefixMatch } = modifier ?? {};
  if (replacePrefixMatch) {
    return { kind: "prefix", matched: matchedBy(match), value: replacePrefixMatch };
  }
  return replaceFullPath ? { kind: "full", value: replaceFullPath } : undefined;
}

/** The redirect of a filter. */
export function redirectOf(
  { hostname, path, port, scheme, statusCode = 301 }: RedirectFilter,
  match: PathMatch | undefined,
  at: RoutePlace,
): RedirectAction {
  // Without a scheme the port that is listened on stays, though clients may have called another one.
  const wanted = port ?? (scheme === undefined ? at.port : undefined);
  const usual = usualPorts[scheme ?? (at.tls ? "https" : "http")];
  const rewrite = redirectedPath(path, match);
  return {
    kind: "redirect",
    status: statusCode,
    ...(scheme !== undefined && { scheme }),
    ...(hostname !== undefined && { authority: hostname }),
    ...(wanted !== undefined && wanted !== usual && { port: wanted }),
    ...(rewrite && { path: rewrite }),
  };
}

function rewrittenPath(
  { replaceFullPath, replacePrefixMatch, type }: PathModifier,
  match: PathMatch | undefined,
): PathRewrite | undefined {
  if (type === "ReplaceFullPath") {
    return { kind: "regex", match: "/.*", value: replaceFullPath ?? "" };
  }
  const value = withoutLastSlash(replacePrefixMatch ?? "");
  if (value !== "") {
    return { kind: "prefix", matched: matchedBy(match), value };
  }
  const prefix = match?.kind === "pathPrefix" ? match.value : "";
  return { kind: "regex", match: `^${exactRegex(prefix)}(/?)(.*)`, value: "/\\2" };
}

/** What a filter for the host and path of requests does. */
export function rewriteOf(
  { hostname, path }: { readonly hostname?: string; readonly path?: PathModifier },
  match: PathMatch | undefined,
): Rewrite | undefined {
  const rewrite = path && rewrittenPath(path, match);
  return hostname || rewrite
    ? { ...(hostname && { authority: hostname }), ...(rewrite && { path: rewrite }) }
    : undefined;
}

/** A filter that copies requests. */
export interface MirrorFilter {
  readonly backendRef: BackendReference;
  readonly percent?: number;
  readonly fraction?: { readonly numerator: number; readonly denominator?: number };
}

const whole = 100;

function mirrorShare({ percent = whole, fraction }: MirrorFilter): number {
  return fraction ? (whole * fraction.numerator) / (fraction.denominator ?? whole) : percent;
}

/** Who gets copies by a filter; nobody where it cannot be had, and then whether that breaks a GRPCRoute. */
export function mirrorOf(
  source: BackendSource,
  filter: MirrorFilter,
  path: string,
): Weighted | { readonly problem: string } {
  const to = backendOf(source, filter.backendRef, `${path}.requestMirror.backendRef`);
  if (isUntranslatable(to)) {
    return { problem: to.untranslatable };
  }
  return to.unusable || isMissing(source.mesh, to)
    ? { problem: `${path} has no backend` }
    : { ...to, share: mirrorShare(filter) };
}
