import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { recall } from "../../../arguments/known-output";
import type { CanarySplit } from "../../routing/canary/canary-handle";
import { Dialect } from "../../routing/dialect";
import { bothMatch } from "../../routing/http/request-match-both";
import { serviceHost } from "../../routing/service-host";
import type { AppRoute } from "./app-route-args";
import type { EdgeRoute, EdgeTarget, RouteMatch } from "./edge-route";

/** Arguments that the canary decides. */
const decided = ["service", "versions"] as const;

const isHere = (one: pulumi.Input<string>, other: pulumi.Input<string>): boolean =>
  one === other || (recall(one) !== undefined && recall(one) === recall(other));

/** Where the requests of a canary's versions go. */
export function canaryTarget(
  split: CanarySplit,
  namespace: pulumi.Input<string>,
  port: pulumi.Input<number> | undefined = split.port,
): EdgeTarget {
  const { service, versions, dialect = Dialect.Istio, clusterDomain } = split;
  const isFull = !isHere(split.namespace, namespace);
  return {
    service: isFull ? serviceHost(service, split.namespace, clusterDomain) : service,
    isFull,
    versions: versions.map(({ name, weight }) => ({ name, weight })),
    split: dialect,
    ...(port !== undefined && { port }),
  };
}

/** Checks what a route says beside its canary. */
export function checkCanary(
  check: ArgumentCheck,
  at: string,
  route: AppRoute,
  dialect: Dialect,
): void {
  const { handle } = route.canary ?? {};
  if (handle === undefined) {
    return;
  }
  for (const name of decided) {
    if (route[name] !== undefined) {
      check.fail(`${at}.${name}`, "is what the canary says; write one of the two");
    }
  }
  if (dialect === Dialect.GatewayApi && (handle.dialect ?? Dialect.Istio) === Dialect.Istio) {
    check.fail(
      `${at}.canary`,
      'is in dialect "istio", whose subsets an HTTPRoute cannot name; give the canary dialect "gateway-api", or the gateway dialect "istio"',
    );
  }
  const byPath = handle.matches?.some(({ path }) => path !== undefined);
  if (byPath && (route.rewrite?.prefix ?? route.redirect?.prefix) !== undefined) {
    check.fail(
      `${at}.rewrite.prefix`,
      "replaces what the route matched, and the canary matches by paths of its own; use rewrite.path, or take the paths out of the canary's matches",
    );
  }
}

/** The same route for the requests of one of the canary's matches; nothing when no request fits both. */
function matched(
  check: ArgumentCheck,
  route: EdgeRoute,
  { version, ...match }: NonNullable<CanarySplit["matches"]>[number],
): EdgeRoute[] {
  const at = `${route.at}.canary`;
  const own: RouteMatch[] = route.sources.length > 0 ? route.sources : [{ at, match: {} }];
  const both = own.map(({ match: one }) => bothMatch(one, match));
  const problem = both.find((one) => one.problem !== undefined)?.problem;
  if (problem !== undefined) {
    check.fail(at, `${problem}: the route and the match of the canary for ${version}`);
  }
  const sources = both.flatMap((one) => (one.match ? [{ at, match: one.match }] : []));
  const versions = [{ name: version, weight: 100 }];
  return sources.length === 0
    ? []
    : [{ ...route, sources, matches: sources.map((source) => source.match), versions }];
}

/** A route as many as its canary has matches, and the one of the weights. */
export function withCanary(
  check: ArgumentCheck,
  route: EdgeRoute,
  { matches = [] }: CanarySplit,
): EdgeRoute[] {
  return [...matches.flatMap((match) => matched(check, route, match)), route];
}
