import { createHash } from "node:crypto";
import { isKnown } from "../../../arguments/when-known";
import { exclude, goesBefore } from "../../routing/http/request-match-order";
import type { EdgeRoute } from "./edge-route";

/** What the definition of HTTPRoute lets one object hold. */
export const httpRouteLimits = { rules: 16, matches: 128, matchesOfRule: 64, hostnames: 16 };

const matchesOf = ({ matches = [] }: EdgeRoute) => (matches.length > 0 ? matches : [{}]);

/** Whether the order of two rules decides, since the API ranks some of their matches alike. */
const isOrdered = (one: EdgeRoute, other: EdgeRoute): boolean =>
  matchesOf(one).some((a) =>
    matchesOf(other).some((b) => !goesBefore(a, b) && !goesBefore(b, a) && !exclude(a, b)),
  );

/** A rule holds so many matches; more of them are more rules with the same target. */
function inRules(route: EdgeRoute): EdgeRoute[] {
  const { matches = [] } = route;
  const most = httpRouteLimits.matchesOfRule;
  return matches.length <= most
    ? [route]
    : Array.from({ length: Math.ceil(matches.length / most) }, (_, i) => ({
        ...route,
        matches: matches.slice(i * most, (i + 1) * most),
      }));
}

/** Whether one HTTPRoute holds all of them. */
export const fits = (routes: readonly EdgeRoute[]): boolean =>
  routes.length <= httpRouteLimits.rules &&
  routes.flatMap(matchesOf).length <= httpRouteLimits.matches;

/** Rules that one object holds, in their order, and what tells its name from the others'. */
export interface RuleCluster {
  suffix: string;
  routes: EdgeRoute[];
}

/** What stays the same when other rules come and go; a value that arrives later is told by its place. */
function nameOf({ at, matches = [] }: EdgeRoute): string {
  const text = JSON.stringify(matches, (_, value) => (isKnown(value) ? value : `later in ${at}`));
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

/**
 * All in one object while it holds them. Else each rule has an object of its own, since rules that move
 * from one object to another would be in neither for a moment, but for those whose order decides:
 * between objects it would be that of their creation.
 */
export function ruleClusters(all: readonly EdgeRoute[]): RuleCluster[] {
  const routes = all.flatMap(inRules);
  if (fits(routes)) {
    return [{ suffix: "", routes }];
  }
  const clusters: EdgeRoute[][] = [];
  for (const route of routes) {
    const tied = clusters.filter((cluster) => cluster.some((one) => isOrdered(one, route)));
    const joined = [...tied.flat(), route].sort((a, b) => routes.indexOf(a) - routes.indexOf(b));
    clusters.splice(0, clusters.length, ...clusters.filter((one) => !tied.includes(one)), joined);
  }
  return clusters.map((cluster) => ({
    suffix: cluster[0] ? `-${nameOf(cluster[0])}` : "",
    routes: cluster,
  }));
}
