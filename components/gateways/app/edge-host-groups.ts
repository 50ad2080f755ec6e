import type * as pulumi from "@pulumi/pulumi";
import { isKnown } from "../../../arguments/when-known";
import { coversHost, hostInName } from "../../../values/host";
import type { EdgeRoute } from "./edge-route";

/** Hosts that have the same routes, and what tells their object apart from the others. */
export interface HostGroup {
  suffix: string;
  hosts: pulumi.Input<string>[];
  routes: EdgeRoute[];
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Hosts that another one of the list stands for are left out: one object may not have both. */
export const widest = (hosts: readonly pulumi.Input<string>[]): pulumi.Input<string>[] =>
  unique(hosts).filter(
    (host) =>
      !isKnown(host) ||
      !hosts.some((other) => isKnown(other) && other !== host && coversHost(other, host)),
  );

/** A route that takes everything for some hosts may stand before one for all of them. */
function reached(routes: readonly EdgeRoute[]): EdgeRoute[] {
  const last = routes.findIndex(({ sources }) => sources.length === 0);
  return routes.slice(0, last < 0 ? routes.length : last + 1);
}

/**
 * A host with routes of its own has an object of its own, which holds the routes for all hosts too:
 * a proxy reads the object of the most specific host and no other. Its name does not change with the
 * other hosts.
 */
export function hostGroups(
  hosts: readonly pulumi.Input<string>[],
  routes: readonly EdgeRoute[],
): HostGroup[] {
  const named = unique(routes.flatMap((route) => route.hosts ?? []));
  const isFor = (host: string, route: EdgeRoute) =>
    !route.hosts || route.hosts.some((pattern) => coversHost(pattern, host));
  const hasOwn = (host: pulumi.Input<string>) =>
    isKnown(host) && named.some((pattern) => coversHost(pattern, host));
  const own = unique([...hosts.filter(isKnown).filter(hasOwn), ...named]);
  const rest = widest(hosts.filter((host) => !hasOwn(host)));
  const shared = routes.filter((route) => !route.hosts);
  return [
    ...(rest.length > 0 ? [{ suffix: "", hosts: rest, routes: shared }] : []),
    ...own.map((host) => ({
      suffix: `-${hostInName(host)}`,
      hosts: [host],
      routes: reached(routes.filter((route) => isFor(host, route))),
    })),
  ];
}
