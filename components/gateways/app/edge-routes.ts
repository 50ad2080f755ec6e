import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { given } from "../../../arguments/fields";
import { dnsName, port, requestPath, type Test } from "../../../arguments/predicates";
import { isKnown } from "../../../arguments/when-known";
import { coversHost } from "../../../values/host";
import { checkSplit } from "../../routing/canary/split";
import { Dialect } from "../../routing/dialect";
import { withOwnHost } from "../../routing/http/http-options-destination";
import { checkHttpRule } from "../../routing/http/http-options-rule";
import { refuseCallers } from "../../routing/http/request-callers";
import type { AppRoute, TcpRoute, TlsRoute } from "./app-route-args";
import { canaryTarget, checkCanary, withCanary } from "./edge-canary";
import { edgeHost } from "./edge-host";
import { type EdgeRoute, type EdgeTarget, matchesOf } from "./edge-route";
import { checkRouteOrder } from "./edge-route-order";
import { type EdgeServer, takes } from "./edge-servers";

/** What the routes of one component have in common. */
interface RoutePlace {
  namespace: pulumi.Input<string>;
  dialect: Dialect;
  servers: readonly EdgeServer[];
  clusterDomain?: string;
  /** Release of the Gateway API that the program installs. */
  gatewayApi?: string;
}

/** A version is found by the Service `<service>-<version>`, which a full name does not give. */
const shortName: Test<string> = (value) =>
  dnsName(value) ??
  (value.includes(".")
    ? `"${value}" is a full name, and dialect "gateway-api" makes the names of the versions' Services from a short one; write the short name, or leave versions out`
    : undefined);

/** Checks where something goes; what comes back is safe to use. */
function checkedTarget(
  check: ArgumentCheck,
  at: string,
  target: EdgeTarget,
  dialect: Dialect,
): EdgeTarget {
  const { service, port: number, versions, split } = target;
  const name = versions && dialect === Dialect.GatewayApi ? shortName : dnsName;
  return {
    service: check.input(`${at}.service`, service, name),
    port: check.input(`${at}.port`, number, port),
    ...(versions && { versions: checkSplit(check, `${at}.versions`, versions), split }),
  };
}

/** The canary of a route says what service it is for, and often the port. */
function isNeeded(name: "service" | "port", { canary, redirect }: AppRoute, dialect: Dialect) {
  return !redirect && (!canary || (name === "port" && dialect === Dialect.GatewayApi));
}

function checkAction(check: ArgumentCheck, at: string, route: AppRoute, dialect: Dialect): void {
  for (const name of ["service", "port", "versions", "canary"] as const) {
    if (route.redirect && route[name] !== undefined) {
      check.fail(`${at}.${name}`, "has no effect beside redirect, which calls no service");
    }
  }
  const said = { service: route.service, port: route.port ?? route.canary?.handle.port };
  const missing = (["service", "port"] as const).filter(
    (name) => said[name] === undefined && isNeeded(name, route, dialect),
  );
  const needed = "a route needs service and port, or canary, or redirect";
  const unset = (["canary", "redirect"] as const).find((name) =>
    check.unset.includes(`${at}.${name}`),
  );
  if (unset && route.service === undefined && missing.length > 0) {
    check.fail(`${at}.${unset}`, `is undefined; ${needed}`);
    return;
  }
  for (const name of missing) {
    check.fail(`${at}.${name}`, `is missing; ${needed}`);
  }
}

/** A mistake is told once, at the short form where it was made. */
function checkPaths(check: ArgumentCheck, at: string, route: AppRoute): boolean {
  const tests = (["exact", "prefix"] as const).flatMap((kind) => {
    const paths = route[kind];
    if (paths?.length === 0) {
      check.fail(`${at}.${kind}`, "is empty; leave it out");
      return [false];
    }
    return (paths ?? []).map((path, i) => {
      check.input(`${at}.${kind}[${i}]`, path, requestPath);
      return !isKnown(path) || !requestPath(path);
    });
  });
  return tests.every(Boolean);
}

/** Checks where the requests of a route go, by its canary or by what it says itself. */
function routeTarget(
  check: ArgumentCheck,
  at: string,
  { canary, service, port: number, versions }: AppRoute,
  { namespace, dialect }: RoutePlace,
): EdgeTarget {
  if (canary) {
    const chosen = check.input(`${at}.port`, number, port);
    return canaryTarget(canary.handle, namespace, chosen);
  }
  const split = versions && dialect;
  return checkedTarget(check, at, given({ service, port: number, versions, split }), dialect);
}

function checkedRoute(
  check: ArgumentCheck,
  at: string,
  route: AppRoute,
  place: RoutePlace,
): EdgeRoute[] {
  const { namespace, dialect, clusterDomain, gatewayApi } = place;
  const { exact, prefix, service, port: number, versions, canary, hosts, ...rule } = route;
  checkAction(check, at, route, dialect);
  checkCanary(check, at, route, dialect);
  const readable = checkPaths(check, at, route);
  const sources = readable ? matchesOf(at, route) : [];
  const matches = sources.length > 0 ? sources.map(({ match }) => match) : rule.matches;
  const target = routeTarget(check, at, route, place);
  const context = {
    namespace,
    service: target.service,
    port: target.port,
    clusterDomain,
    gatewayApi,
  };
  hosts?.forEach((host, i) => {
    check.plain(`${at}.hosts[${i}]`, host, edgeHost);
  });
  if (dialect === Dialect.Istio) {
    route.matches?.forEach((match, i) => {
      refuseCallers(check, `${at}.matches[${i}]`, match);
    });
  }
  const checked = checkHttpRule(check, at, given({ ...rule, matches }), { dialect, context });
  const named = withOwnHost(check, at, checked.rewrite, [{ at, target }]);
  const edge: EdgeRoute = {
    ...given({ ...checked, rewrite: named.rewrite }),
    ...target,
    ...named.targets[0],
    ...(hosts && { hosts }),
    at,
    readable,
    sources: sources.map((source, i) => ({
      ...source,
      match: checked.matches?.[i] ?? source.match,
    })),
  };
  return canary ? withCanary(check, edge, canary.handle) : [edge];
}

/** Names that no server serves, when all that are served are known. */
function checkServed(
  check: ArgumentCheck,
  at: string,
  names: readonly string[],
  served: readonly pulumi.Input<string>[],
): void {
  if (names.length === 0) {
    check.fail(at, "is empty; name at least one host");
  }
  if (!served.every(isKnown)) {
    return;
  }
  names.forEach((name, i) => {
    if (!edgeHost(name) && !served.some((host) => isKnown(host) && coversHost(host, name))) {
      check.fail(
        `${at}[${i}]`,
        `"${name}" is not served (IST0132); allowed: ${served.join(", ") || "nothing, add a server"}`,
      );
    }
  });
}

const hostsOf = (servers: readonly EdgeServer[], filter: (server: EdgeServer) => boolean) =>
  servers.filter(filter).flatMap(({ hosts }) => hosts);

/** HTTP routes; the order is checked when the routes themselves are in order. */
export function checkedRoutes(
  check: ArgumentCheck,
  routes: readonly AppRoute[],
  place: RoutePlace,
): EdgeRoute[] {
  const served = hostsOf(place.servers, takes.http);
  const checked = routes.flatMap((route, i) => checkedRoute(check, `routes[${i}]`, route, place));
  routes.forEach(({ hosts }, i) => {
    if (hosts) {
      checkServed(check, `routes[${i}].hosts`, hosts, served);
    }
  });
  checkRouteOrder(
    check,
    checked.filter(({ readable }) => readable),
    place.dialect,
  );
  return checked;
}

/** A TLS route that is safe to use. */
export interface EdgeTlsRoute extends EdgeTarget {
  sniHosts: string[];
}

/**
 * TLS routes with values that are safe to use. Each name is for one route, and some server passes it on.
 */
export function checkedTlsRoutes(
  check: ArgumentCheck,
  routes: readonly TlsRoute[],
  { dialect, servers }: RoutePlace,
): EdgeTlsRoute[] {
  const served = hostsOf(servers, takes.tls);
  const seen = new Map<string, string>();
  return routes.map((route, i) => {
    const at = `tlsRoutes[${i}]`;
    checkServed(check, `${at}.sniHosts`, route.sniHosts, served);
    route.sniHosts.forEach((name, j) => {
      const nameAt = `${at}.sniHosts[${j}]`;
      check.plain(nameAt, name, edgeHost);
      const earlier = seen.get(name);
      if (earlier) {
        check.fail(nameAt, `"${name}" is never reached: ${earlier} has it already`);
      }
      seen.set(name, nameAt);
    });
    return { sniHosts: route.sniHosts, ...checkedTarget(check, at, route, dialect) };
  });
}

/** A TCP route with the server that it is for. */
export interface EdgeTcpRoute extends EdgeTarget {
  server: EdgeServer;
}

/** TCP routes with their servers; one whose server is not found is reported and left out. */
export function checkedTcpRoutes(
  check: ArgumentCheck,
  routes: readonly TcpRoute[],
  { dialect, servers }: RoutePlace,
): EdgeTcpRoute[] {
  const candidates = servers.filter(takes.tcp);
  const names = candidates.map(({ name }) => name);
  const seen = new Map<string, string>();
  return routes.flatMap((route, i) => {
    const at = `tcpRoutes[${i}]`;
    const target = checkedTarget(check, at, route, dialect);
    const server = candidates.find(
      ({ name }) => name === (route.server ?? (names.length === 1 ? names[0] : undefined)),
    );
    if (!server) {
      const given = route.server === undefined ? "is missing" : `"${route.server}" is no server`;
      check.fail(
        `${at}.server`,
        `${given} with TCP, or with TLS that ends at the gateway; allowed: ${names.join(", ") || "none, add one"}`,
      );
      return [];
    }
    const earlier = seen.get(server.name);
    if (earlier) {
      check.fail(`${at}.server`, `"${server.name}" has its route in ${earlier} already`);
    }
    seen.set(server.name, at);
    return [{ ...target, server }];
  });
}
