import type * as pulumi from "@pulumi/pulumi";
import { whenKnown } from "../../../arguments/when-known";
import { gatewayApi } from "../../../values/known-names";
import type {
  EnvoyFilterConfigPatch,
  EnvoyFilterConfigPatchMatch,
  EnvoyFilterSpec,
} from "../../resources/networking/envoy-filter";
import type { RateLimitArgs, RateLimitPosition } from "./rate-limit-args";

const connectionManager = "envoy.filters.network.http_connection_manager";

/**
 * A waypoint is patched like a sidecar's inbound side. It has a listener for the tunnels from ztunnels
 * too, and those are no requests.
 */
const listeners: Record<
  RateLimitPosition,
  Pick<EnvoyFilterConfigPatchMatch, "context"> & { listener?: string }
> = {
  sidecar: { context: "SIDECAR_INBOUND" },
  gateway: { context: "GATEWAY" },
  waypoint: { context: "SIDECAR_INBOUND", listener: "main_internal" },
};

/** Puts an HTTP filter before the one that sends requests on, behind those that authorize them. */
export function httpFilterPatch(
  position: RateLimitPosition,
  value: { [key: string]: unknown },
): EnvoyFilterConfigPatch {
  const { context, listener: name } = listeners[position];
  const router = { name: "envoy.filters.http.router" };
  return {
    applyTo: "HTTP_FILTER",
    match: {
      context,
      listener: {
        ...(name && { name }),
        filterChain: { filter: { name: connectionManager, subFilter: router } },
      },
    },
    patch: { operation: "INSERT_BEFORE", value },
  };
}

/** Adds to every virtual host. */
export const virtualHostPatch = (
  position: RateLimitPosition,
  value: { [key: string]: unknown },
): EnvoyFilterConfigPatch => ({
  applyTo: "VIRTUAL_HOST",
  match: { context: listeners[position].context },
  patch: { operation: "MERGE", value },
});

/** Which proxies are changed. Waypoints heed references only. `place` is that among the component's. */
export function filterSpec(
  { selector, waypoint, priority = 10 }: RateLimitArgs,
  place: number,
  configPatches: EnvoyFilterConfigPatch[],
): EnvoyFilterSpec {
  const gatewayKind = { group: gatewayApi, kind: "Gateway" };
  return {
    ...(selector !== undefined && { workloadSelector: { labels: selector } }),
    ...(waypoint !== undefined && { targetRefs: [{ ...gatewayKind, name: waypoint }] }),
    // Relative places need an order among EnvoyFilters (IST0151).
    priority: whenKnown([priority], (first: number) => first + place),
    configPatches,
  };
}

/** Configuration of Envoy with its type, by which Envoy knows how to read it. */
export const typed = (type: string, config: object): { [key: string]: unknown } => ({
  "@type": `type.googleapis.com/${type}`,
  ...config,
});

/** Envoy's share of requests, in whole percent. */
export const percent = (numerator: pulumi.Input<number>) => ({
  default_value: { numerator, denominator: "HUNDRED" },
});
