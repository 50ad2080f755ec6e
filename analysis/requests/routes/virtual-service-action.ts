import type {
  VirtualServiceHttp,
  VirtualServiceHttpRedirect,
} from "../../../schemas/kinds/networking/virtual-service";
import { envoyDuration, isNoTime } from "../../../values/duration";
import type { Mesh } from "../../mesh/mesh";
import { bothChanges } from "../header-changes";
import type {
  Action,
  Forward,
  PathMatch,
  PathRewrite,
  RedirectAction,
  Rewrite,
  Weighted,
} from "../route";
import { retriesOf } from "./retries";
import { destinationsOf, mirrorsOf, type PortOf } from "./virtual-service-destinations";
import { faultOf } from "./virtual-service-fault";
import { headersOf } from "./virtual-service-headers";
import type { HttpRoute } from "./virtual-service-http";

/** Where routes are asked for. */
export interface RouteListener {
  /** Port at which requests come in: that of a Service for sidecars and waypoints, of a server for gateways. */
  readonly port: number;
  /** Whether the proxy ends the client's TLS there. @default false */
  readonly tls?: boolean;
  /** Port of destinations that name none. @default - destinations leave it out */
  readonly portOf?: PortOf;
  /** Whether those are at `port` whatever ports they have: sidecars know no other port there. @default false */
  readonly samePort?: boolean;
}

/** What stands for the matched part of a path: all of it, unless a prefix was matched. */
function prefixRewrite(path: PathMatch | undefined, value: string): PathRewrite {
  if (path === undefined) {
    return { kind: "prefix", matched: "/", value };
  }
  return path.kind === "prefix" || path.kind === "pathPrefix"
    ? { kind: "prefix", matched: path.value, value }
    : { kind: "full", value };
}

const usualStatus = 301;
const usualPorts: Readonly<Record<string, number>> = { http: 80, https: 443 };

function redirectPort(
  { port, derivePort, scheme }: VirtualServiceHttpRedirect,
  listener: RouteListener,
): number | undefined {
  const own = derivePort === "FROM_REQUEST_PORT" ? listener.port : port;
  return own === usualPorts[scheme || (listener.tls ? "https" : "http")] ? undefined : own;
}

function redirectOf(
  redirect: VirtualServiceHttpRedirect,
  path: PathMatch | undefined,
  listener: RouteListener,
): RedirectAction {
  const { authority, scheme, uri, redirectCode } = redirect;
  const port = redirectPort(redirect, listener);
  const rewrite: PathRewrite | undefined = redirect.prefixRewrite
    ? prefixRewrite(path, redirect.prefixRewrite)
    : uri
      ? { kind: "full", value: uri }
      : undefined;
  return {
    kind: "redirect",
    status: redirectCode || usualStatus,
    ...(scheme && { scheme }),
    ...(authority && { authority }),
    ...(port && { port }),
    ...(rewrite && { path: rewrite }),
  };
}

function pathRewrite(
  { rewrite }: VirtualServiceHttp,
  path: PathMatch | undefined,
): PathRewrite | undefined {
  const { uri, uriRegexRewrite } = rewrite ?? {};
  if (uriRegexRewrite) {
    const { match = "", rewrite: value = "" } = uriRegexRewrite;
    return { kind: "regex", match, value };
  }
  return uri ? prefixRewrite(path, uri) : undefined;
}

function rewriteOf(
  spec: VirtualServiceHttp,
  path: PathMatch | undefined,
  single: Weighted | undefined,
): Rewrite | undefined {
  const own = headersOf(spec.headers).authority;
  const authority = spec.rewrite?.authority || own || single?.authority;
  const written = pathRewrite(spec, path);
  return authority === undefined && written === undefined
    ? undefined
    : { ...(authority !== undefined && { authority }), ...(written && { path: written }) };
}

function forwardOf(
  mesh: Mesh,
  route: HttpRoute,
  path: PathMatch | undefined,
  { port, samePort, portOf = () => (samePort ? port : undefined) }: RouteListener,
): Forward {
  const { spec } = route;
  const all = destinationsOf(route, portOf);
  const single = spec.route?.length === 1 ? all[0] : undefined;
  const { request, response } = headersOf(spec.headers);
  const requestHeaders = bothChanges(request, single?.requestHeaders);
  const responseHeaders = bothChanges(response, single?.responseHeaders);
  const rewrite = rewriteOf(spec, path, single);
  const retries = retriesOf(mesh, spec.retries);
  return {
    kind: "forward",
    destinations: all.map((one) => (single ? withoutChanges(one) : one)),
    mirrors: mirrorsOf(route, portOf),
    ...(spec.timeout && !isNoTime(spec.timeout) && { timeout: envoyDuration(spec.timeout) }),
    ...(retries && { retries }),
    ...(rewrite && { rewrite }),
    ...(requestHeaders && { requestHeaders }),
    ...(responseHeaders && { responseHeaders }),
  };
}

/** The one destination of a route, of which the route has the changes. */
const withoutChanges = ({
  requestHeaders: _request,
  responseHeaders: _response,
  authority: _authority,
  ...rest
}: Weighted): Weighted => rest;

/** What a route does with requests whose path fits. */
export function actionOf(
  mesh: Mesh,
  route: HttpRoute,
  path: PathMatch | undefined,
  listener: RouteListener,
): Action {
  const { redirect, directResponse, fault } = route.spec;
  const injected = faultOf(fault);
  const body = directResponse?.body?.string;
  const action: Action = redirect
    ? redirectOf(redirect, path, listener)
    : directResponse
      ? {
          kind: "response",
          status: directResponse.status,
          ...(body !== undefined && { body }),
        }
      : forwardOf(mesh, route, path, listener);
  return { ...action, ...(injected && { fault: injected }) };
}
