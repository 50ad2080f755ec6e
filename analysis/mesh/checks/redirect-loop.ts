import type {
  VirtualServiceHttp,
  VirtualServiceHttpMatch,
  VirtualServiceHttpRedirect,
} from "../../../schemas/kinds/networking/virtual-service";
import { coversHost } from "../../../values/host";
import { check, type Verdict } from "../check";
import { each } from "../each";
import { Kind } from "../kinds";
import type { Mesh } from "../mesh";
import { meshGateway, type Routes } from "../model/virtual-services";
import { quoted } from "../words";

type Uri = VirtualServiceHttpMatch["uri"];

/** Whether each path that a match takes is led to one that it takes again. */
function pathComesBack(
  uri: Uri,
  { uri: target, prefixRewrite }: VirtualServiceHttpRedirect,
): boolean {
  const next = target ?? prefixRewrite;
  if (next === undefined || uri === undefined) {
    return true;
  }
  if (uri.prefix !== undefined) {
    return next.startsWith(uri.prefix);
  }
  return prefixRewrite === undefined && next === uri.exact;
}

/** Whether a rule before it may take what the redirect leads to. */
const mayTake = ({ match = [] }: VirtualServiceHttp, path: string): boolean =>
  match.length === 0 ||
  match.some(({ uri }) => {
    if (uri === undefined || uri.regex !== undefined) {
      return true;
    }
    return uri.prefix === undefined ? uri.exact === path : path.startsWith(uri.prefix);
  });

/** Whether a gateway of the routes ends TLS for one of their hosts. */
const takesHttps = (mesh: Mesh, { gateways, hosts }: Routes): boolean =>
  gateways.some((name) =>
    (name === meshGateway ? [] : (mesh.gateway(name)?.source.spec.servers ?? [])).some(
      (server) =>
        server.port.protocol.toUpperCase() === "HTTPS" &&
        server.hosts.some((entry) =>
          hosts.some((host) => coversHost(entry.slice(entry.indexOf("/") + 1), host)),
        ),
    ),
  );

/** Whether what a redirect leads to is asked of the same host, and in a scheme that the rule takes. */
function placeComesBack(mesh: Mesh, routes: Routes, redirect: VirtualServiceHttpRedirect): boolean {
  const { authority, scheme, port } = redirect;
  const sameHost =
    authority === undefined || routes.hosts.some((host) => coversHost(host, authority));
  return (
    sameHost &&
    port === undefined &&
    (scheme === undefined || (scheme === "https" && takesHttps(mesh, routes)))
  );
}

/** A match by nothing but the path: what else it wants may be gone in the next request. */
const isByPath = ({
  uri: _,
  name: __,
  statPrefix: ___,
  ignoreUriCase: ____,
  gateways: _____,
  ...more
}: VirtualServiceHttpMatch): boolean => Object.keys(more).length === 0;

function* judge(
  mesh: Mesh,
  routes: Routes,
  rules: readonly VirtualServiceHttp[],
  i: number,
): Iterable<Verdict> {
  const { redirect, match = [] } = rules[i] ?? {};
  if (redirect === undefined || !placeComesBack(mesh, routes, redirect)) {
    return;
  }
  const matches = match.length === 0 ? [{}] : match;
  const looping = matches.find((one) => isByPath(one) && pathComesBack(one.uri, redirect));
  const next = redirect.uri ?? redirect.prefixRewrite;
  const earlier = rules.slice(0, i).some((rule) => next !== undefined && mayTake(rule, next));
  if (looping !== undefined && !earlier) {
    const to = [redirect.scheme && `scheme ${redirect.scheme}`, redirect.authority, next]
      .filter(Boolean)
      .join(", ");
    yield {
      path: `spec.http[${i}].redirect`,
      message: `what it leads to${to === "" ? "" : ` (${to})`} is taken by the same rule${looping.uri?.prefix === undefined ? "" : `, whose match is the prefix ${quoted(looping.uri.prefix)}`}, and led there again`,
    };
  }
}

/** A redirect that leads back to itself. */
export const redirectLoop = check({
  id: "redirect-loop",
  code: "MESH0116",
  aliases: [],
  level: "error",
  kinds: [Kind.VirtualService],
  summary: "A redirect leads to what the same rule takes.",
  why: "Clients are sent around until they give up: browsers show ERR_TOO_MANY_REDIRECTS.",
  fix: "Match the old path exactly, or set a rule for the new one before it; for HTTPS use `httpsRedirect` of the Gateway's HTTP server.",
  url: "https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRedirect",
  fires: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: site, namespace: press}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: [news.example.com]
  - port: {number: 443, name: https, protocol: HTTPS}
    hosts: [news.example.com]
    tls: {mode: SIMPLE, credentialName: news-cert}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: news, namespace: press}
spec:
  hosts: [news.example.com]
  gateways: [site]
  http:
  - match: [{uri: {prefix: /archive}}]
    redirect:
      uri: /archive/index.html # found
  - redirect:
      scheme: https # found
`,
  silent: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: news, namespace: press}
spec:
  hosts: [news.example.com]
  gateways: [platform/site]
  http:
  - match: [{uri: {exact: /archive}}]
    redirect: {uri: /archive/index.html}
  - match: [{uri: {prefix: /old}}]
    redirect: {uri: /new}
  - redirect: {scheme: https, authority: www.news.example.com}
`,
  *run({ id, spec }, mesh) {
    const routes = mesh.routesOf(id);
    const rules = spec.http ?? [];
    yield* each([...rules.keys()], (i) => judge(mesh, routes, rules, i));
  },
});
