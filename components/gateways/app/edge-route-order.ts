import type { ArgumentCheck } from "../../../arguments/argument-check";
import { given } from "../../../arguments/fields";
import { coversHost, hostsOverlap } from "../../../values/host";
import type { Dialect } from "../../routing/dialect";
import {
  checkOrder,
  type HostTests,
  type PlacedMatch,
} from "../../routing/http/request-match-order";
import type { EdgeRoute } from "./edge-route";

/** A match, and the route that it belongs to. */
interface EdgeMatch extends PlacedMatch {
  route: EdgeRoute;
}

const includes = ({ hosts: all }: EdgeRoute, { hosts }: EdgeRoute): boolean =>
  !all || (hosts?.every((host) => all.some((pattern) => coversHost(pattern, host))) ?? false);

const meet = ({ hosts: some }: EdgeRoute, { hosts: others }: EdgeRoute): boolean =>
  !some || !others || some.some((one) => others.some((other) => hostsOverlap(one, other)));

const hostTests: HostTests<EdgeMatch> = {
  include: ({ route: earlier }, { route: later }) => includes(earlier, later),
  // Nothing stands behind a route that takes everything for its hosts, see `hostGroups`.
  meet: ({ route: earlier }, { route: later }) =>
    earlier.sources.length > 0 && meet(earlier, later),
};

const placed = (route: EdgeRoute, rule: number): EdgeMatch[] =>
  route.sources.length > 0
    ? route.sources.map(({ at, match }) => ({ path: at, rule, match: given(match), route }))
    : [{ path: route.at, rule, match: {}, route }];

/** Checks that every route is reached, and in the order in which the routes stand. */
export function checkRouteOrder(
  check: ArgumentCheck,
  routes: readonly EdgeRoute[],
  dialect: Dialect,
): void {
  checkOrder(check, routes.flatMap(placed), dialect, hostTests);
}
