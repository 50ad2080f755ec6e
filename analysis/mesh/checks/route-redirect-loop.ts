import type {
  HTTPRouteRuleFilterRequestRedirect,
  HTTPRouteRuleMatch,
  HTTPRouteSpec,
} from "../../../schemas/kinds/gateway/http-route";
import { hostsOverlap } from "../../../values/host";
import { check, type Verdict } from "../check";
import type { Declared } from "../declared-set";
import { each } from "../each";
import { Kind } from "../kinds";
import { objectWords } from "../kubernetes-object";
import { grouped } from "../lazy";
import type { Mesh } from "../mesh";
import type { Listener } from "../model/api-gateways";
import { known } from "../not-judged";
import { takingListeners } from "../route-attachment";

type Route = Declared<HTTPRouteSpec>;

/** Whether what a redirect leads to comes to the same listener. */
function comesBack(
  { scheme, hostname, port }: HTTPRouteRuleFilterRequestRedirect,
  { listener }: Listener,
  hostnames: readonly string[],
): boolean {
  const hosts = hostname === undefined ? hostnames : [hostname];
  const { hostname: ofListener } = listener;
  if (ofListener && hosts.length > 0 && !hosts.some((own) => hostsOverlap(own, ofListener))) {
    return false;
  }
  const own = listener.protocol === "HTTPS" ? "https" : "http";
  const usual = (scheme ?? own) === "https" ? 443 : 80;
  const isSamePort =
    port === undefined ? scheme === undefined || listener.port === usual : port === listener.port;
  return (
    (scheme ?? own) === own &&
    isSamePort &&
    (hostname === undefined || hostnames.includes(hostname))
  );
}

/** Whether a rule takes every path that a redirect leads one of its own to; a match by more may be left. */
function keepsPath(
  { path }: HTTPRouteRuleFilterRequestRedirect,
  { path: match, headers = [], queryParams = [], method }: HTTPRouteRuleMatch,
): boolean {
  const { type = "PathPrefix", value = "/" } = match ?? {};
  const isByPath = headers.length === 0 && queryParams.length === 0 && method === undefined;
  const next = path?.replaceFullPath ?? path?.replacePrefixMatch;
  const isTaken = type === "PathPrefix" ? next === value || value === "/" : next === value;
  return isByPath && (next === undefined || isTaken);
}

interface Attached {
  readonly byListener: ReadonlyMap<string, readonly Route[]>;
  /** Routes of which it is not known yet where they are attached: any listener may be it. */
  readonly unknown: readonly Route[];
}

const keyOf = ({ owner, path }: Listener): string => `${objectWords(owner.id)}|${path}`;

/** All routes by the listeners that take them. */
function attached(mesh: Mesh): Attached {
  const all = mesh.set.accepted(Kind.HttpRoute).map((route) => ({
    route,
    keys: known(() => (takingListeners(mesh, route) ?? []).map(keyOf)),
  }));
  const pairs = all.flatMap(({ route, keys = [] }) =>
    [...new Set(keys)].map((key) => ({ key, route })),
  );
  const byListener = new Map(
    [...grouped(pairs, ({ key }) => key)].map(([key, own]) => [key, own.map(({ route }) => route)]),
  );
  return {
    byListener,
    unknown: all.flatMap(({ route, keys }) => (keys === undefined ? [route] : [])),
  };
}

/** Whether requests that a route for all hostnames gets may be those of no host that anybody else is for. */
function isShadowed(route: Route, listener: Listener, mesh: Mesh): boolean {
  const { byListener, unknown } = mesh.fact(attached);
  const others = [...(byListener.get(keyOf(listener)) ?? []), ...unknown];
  return (route.spec.hostnames ?? []).length === 0 && others.some((other) => other !== route);
}

const bare = (path: string): string => (path.endsWith("/") ? path.slice(0, -1) : path);

/** Whether a match takes a path before another match does, as it says more of it. */
function takesFirst(
  { path }: HTTPRouteRuleMatch,
  wanted: string,
  { type: other = "PathPrefix", value: less = "/" }: NonNullable<HTTPRouteRuleMatch["path"]>,
): boolean {
  if (other === "Exact") {
    return false;
  }
  const { type = "PathPrefix", value = "/" } = path ?? {};
  return type === "PathPrefix"
    ? bare(value).length > bare(less).length && `${bare(wanted)}/`.startsWith(`${bare(value)}/`)
    : type === "Exact" && value === wanted;
}

/** Whether another rule at the listener is for the very path that a redirect leads to. */
function isTakenElsewhere(
  { path }: HTTPRouteRuleFilterRequestRedirect,
  { path: own = {} }: HTTPRouteRuleMatch,
  listener: Listener,
  mesh: Mesh,
): boolean {
  const next = path?.replaceFullPath ?? path?.replacePrefixMatch;
  const { byListener, unknown } = mesh.fact(attached);
  const takes = ({ spec }: Route): boolean =>
    (spec.rules ?? []).some(({ matches = [{}] }) =>
      matches.some((match) => takesFirst(match, next ?? "", own)),
    );
  return (
    next !== undefined &&
    (unknown.length > 0 ||
      (byListener.get(keyOf(listener)) ?? []).some((other) => known(() => takes(other)) ?? true))
  );
}

function* judge(route: Route, i: number, mesh: Mesh): Iterable<Verdict> {
  const { hostnames = [], rules = [] } = route.spec;
  const { filters = [], matches = [{}] } = rules[i] ?? {};
  for (const [j, { requestRedirect }] of filters.entries()) {
    if (requestRedirect === undefined) {
      continue;
    }
    const kept = matches.filter((one) => keepsPath(requestRedirect, one));
    const looping = (kept.length === 0 ? [] : (takingListeners(mesh, route) ?? [])).find(
      (one) =>
        comesBack(requestRedirect, one, hostnames) &&
        !isShadowed(route, one, mesh) &&
        kept.some((match) => !isTakenElsewhere(requestRedirect, match, one, mesh)),
    );
    if (looping !== undefined) {
      const { listener, owner } = looping;
      yield {
        path: `spec.rules[${i}].filters[${j}].requestRedirect`,
        message: `the route is attached to listener ${listener.name} (${listener.protocol}, port ${listener.port}) of ${objectWords(owner.id)} too, where what it leads to is taken by the same rule and led there again; name the listener for plain HTTP as sectionName`,
        related: [owner.id],
      };
    }
  }
}

const gateway = `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: door, namespace: museum}
spec:
  gatewayClassName: istio
  listeners:
  - {name: plain, port: 80, protocol: HTTP}
  - {name: secure, port: 443, protocol: HTTPS, tls: {certificateRefs: [{name: museum-tls}]}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: to-https, namespace: museum}
spec:
  hostnames: [www.museum.example.com]
`;

/** A redirect of a route that leads back to the listener it comes from. */
export const routeRedirectLoop = check({
  id: "route-redirect-loop",
  code: "MESH0338",
  aliases: [],
  level: "error",
  kinds: [Kind.HttpRoute],
  summary: "A redirect of an HTTPRoute leads to what the same rule takes.",
  why: "Clients are sent around until they give up: browsers show ERR_TOO_MANY_REDIRECTS.",
  fix: "Attach the route to the listener for plain HTTP alone, by `sectionName`, and another one to that for HTTPS.",
  url: "https://gateway-api.sigs.k8s.io/guides/http-redirect-rewrite/",
  fires: `${gateway}  parentRefs: [{name: door}]
  rules:
  - filters:
    - type: RequestRedirect
      requestRedirect: {scheme: https, statusCode: 301} # found
`,
  silent: `${gateway}  parentRefs: [{name: door, sectionName: plain}]
  rules:
  - filters:
    - type: RequestRedirect
      requestRedirect: {scheme: https, statusCode: 301}
`,
  *run(route, mesh) {
    const rules = route.spec.rules ?? [];
    yield* each(rules.keys(), (i) => judge(route, i, mesh));
  },
});
