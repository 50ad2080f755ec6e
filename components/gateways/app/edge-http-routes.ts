import type * as pulumi from "@pulumi/pulumi";
import { isKnown } from "../../../arguments/when-known";
import { hostInName } from "../../../values/host";
import type { HTTPRouteRule, HTTPRouteSpec } from "../../resources/gateway/http-route";
import { gatewayApiHttpRule } from "../../routing/http/http-options-rule";
import type { RequestMatch } from "../../routing/http/request-match-args";
import type { EdgeSpec } from "./app-gateway-plan";
import { backends, parentRefs } from "./edge-gateway-api";
import type { HostGroup } from "./edge-host-groups";
import { contextOf, type Planned, plannedRoute } from "./edge-object";
import type { EdgeRoute } from "./edge-route";
import { httpRouteLimits, ruleClusters } from "./edge-rule-clusters";
import { type EdgeServer, redirectsAll, redirectsSome, takes } from "./edge-servers";

/** Header in which a load balancer says how the client came. */
const scheme = "x-forwarded-proto";

/** The same match for clients that came with TLS. */
const withTls = (match: RequestMatch): RequestMatch =>
  match.headers?.some(({ name }) => name === scheme)
    ? match
    : { ...match, headers: [...(match.headers ?? []), { name: scheme, exact: "https" }] };

const onlyWithTls = (route: EdgeRoute): EdgeRoute => ({
  ...route,
  matches: (route.matches ?? [{}]).map(withTls),
});

const rule = (route: EdgeRoute, spec: EdgeSpec): HTTPRouteRule =>
  gatewayApiHttpRule(route, backends(route, spec), contextOf(spec, route));

/**
 * All hosts in one object while it holds them. Else each has an object of its own, since hosts that move
 * from one object to another would be in neither for a moment; one that arrives later is told by its place.
 */
const hostClusters = (hosts: readonly pulumi.Input<string>[]) =>
  hosts.length <= httpRouteLimits.hostnames
    ? [{ suffix: "", hosts: [...hosts] }]
    : hosts.map((host, i) => ({
        suffix: `-${isKnown(host) ? hostInName(host) : i}`,
        hosts: [host],
      }));

/** Objects of one group at some of the listeners. */
function groupRoutes(
  spec: EdgeSpec,
  { suffix, hosts: all, routes }: HostGroup,
  isAt: (server: EdgeServer) => boolean,
): Planned<HTTPRouteSpec>[] {
  return ruleClusters(routes).flatMap((cluster) =>
    hostClusters(all).flatMap(({ suffix: host, hosts }) => {
      const parents = parentRefs(spec, (server) => takes.http(server) && isAt(server), hosts);
      return parents.length === 0
        ? []
        : [
            plannedRoute(spec, `${suffix}${host}${cluster.suffix}`, {
              parentRefs: parents,
              ...(!hosts.includes("*") && { hostnames: hosts }),
              rules: cluster.routes.map((route) => rule(route, spec)),
            }),
          ];
    }),
  );
}

const behindTls = (group: HostGroup): HostGroup => ({
  ...group,
  suffix: `${group.suffix}-in-front`,
  routes: group.routes.map(onlyWithTls),
});

/** A redirect of all requests, or of those that came without TLS, at the listeners that ask for it. */
function redirect(
  spec: EdgeSpec,
  suffix: string,
  isAt: (server: EdgeServer) => boolean,
  headers: RequestMatch["headers"] = [],
): Planned<HTTPRouteSpec>[] {
  const parents = parentRefs(spec, isAt);
  const matches = headers.length > 0 ? [{ headers }] : undefined;
  const toHttps = { redirect: { scheme: "https" as const }, ...(matches && { matches }) };
  const rules = [gatewayApiHttpRule(toHttps, [], contextOf(spec))];
  return parents.length > 0 ? [plannedRoute(spec, suffix, { parentRefs: parents, rules })] : [];
}

/** HTTPRoutes for each set of hosts with the same routes, and for redirects. */
export const httpRoutes = (spec: EdgeSpec): Planned<HTTPRouteSpec>[] => [
  ...spec.groups.flatMap((group) => [
    ...groupRoutes(spec, group, (server) => !redirectsSome(server)),
    ...groupRoutes(spec, behindTls(group), redirectsSome),
  ]),
  ...redirect(spec, "-redirect", redirectsAll),
  ...redirect(spec, "-redirect-in-front", redirectsSome, [{ name: scheme, exact: "http" }]),
];
