import type * as pulumi from "@pulumi/pulumi";
import type { Dialect } from "../../routing/dialect";
import type { RequestMatch } from "../../routing/http/request-match-args";
import type { AppRoute, RouteVersion } from "./app-route-args";

/** A match, and which argument it comes from. */
export interface RouteMatch {
  at: string;
  match: RequestMatch;
}

/** Where something goes, ready to be written in either dialect. */
export interface EdgeTarget {
  service?: pulumi.Input<string>;
  port?: pulumi.Input<number>;
  versions?: RouteVersion[];
  /** What the versions are: subsets of the service, or Services beside it. */
  split?: Dialect;
  /** The service has a full name, also where that arrives later. */
  isFull?: boolean;
}

/** An HTTP route with all its matches in one list. */
export interface EdgeRoute
  extends Omit<AppRoute, "canary" | "exact" | "prefix" | keyof EdgeTarget>,
    EdgeTarget {
  at: string;
  sources: RouteMatch[];
  /** Its paths can be read, so that a route without sources is one for every request. */
  readable: boolean;
}

/** Every match of a route; `exact` and `prefix` are short for some. */
export function matchesOf(at: string, route: AppRoute): RouteMatch[] {
  const { exact = [], prefix = [], matches = [] } = route;
  return [
    ...matches.map((match, i) => ({ at: `${at}.matches[${i}]`, match })),
    ...exact.map((path, i) => ({ at: `${at}.exact[${i}]`, match: { path: { exact: path } } })),
    ...prefix.map((path, i) => ({ at: `${at}.prefix[${i}]`, match: { path: { prefix: path } } })),
  ];
}
