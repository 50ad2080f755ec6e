// Written by scripts/schemas from the custom resource definitions; not to be edited.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of EnvoyFilter (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterSpec {
  configPatches?: EnvoyFilterConfigPatch[];
  priority?: pulumi.Input<number>;
  /** Allowed: at most 16 entries. */
  targetRefs?: EnvoyFilterTargetRef[];
  workloadSelector?: EnvoyFilterWorkloadSelector;
}

/**
 * `spec.configPatches` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatch {
  applyTo?: pulumi.Input<
    | "INVALID"
    | "LISTENER"
    | "FILTER_CHAIN"
    | "NETWORK_FILTER"
    | "HTTP_FILTER"
    | "ROUTE_CONFIGURATION"
    | "VIRTUAL_HOST"
    | "HTTP_ROUTE"
    | "CLUSTER"
    | "EXTENSION_CONFIG"
    | "BOOTSTRAP"
    | "LISTENER_FILTER"
  >;
  match?: EnvoyFilterConfigPatchMatch;
  patch?: EnvoyFilterConfigPatchPatch;
}

/**
 * `spec.targetRefs` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterTargetRef {
  /** Allowed: at most 253 characters. */
  group?: pulumi.Input<string>;
  /** Allowed: 1 to 63 characters. */
  kind: pulumi.Input<string>;
  /** Allowed: 1 to 253 characters. */
  name: pulumi.Input<string>;
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.workloadSelector` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterWorkloadSelector {
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.configPatches.match` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export type EnvoyFilterConfigPatchMatch = {
  context?: pulumi.Input<"ANY" | "SIDECAR_INBOUND" | "SIDECAR_OUTBOUND" | "GATEWAY" | "WAYPOINT">;
  proxy?: EnvoyFilterConfigPatchMatchProxy;
} & (
  | {
      listener?: never;
      routeConfiguration?: never;
      cluster?: never;
      waypoint?: never;
    }
  | {
      listener: EnvoyFilterConfigPatchMatchListener;
      routeConfiguration?: never;
      cluster?: never;
      waypoint?: never;
    }
  | {
      listener?: never;
      routeConfiguration: EnvoyFilterConfigPatchMatchRouteConfiguration;
      cluster?: never;
      waypoint?: never;
    }
  | {
      listener?: never;
      routeConfiguration?: never;
      cluster: EnvoyFilterConfigPatchMatchCluster;
      waypoint?: never;
    }
  | {
      listener?: never;
      routeConfiguration?: never;
      cluster?: never;
      waypoint: EnvoyFilterConfigPatchMatchWaypoint;
    }
);

/**
 * `spec.configPatches.patch` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchPatch {
  filterClass?: pulumi.Input<"UNSPECIFIED" | "AUTHN" | "AUTHZ" | "STATS">;
  operation?: pulumi.Input<
    | "INVALID"
    | "MERGE"
    | "ADD"
    | "REMOVE"
    | "INSERT_BEFORE"
    | "INSERT_AFTER"
    | "INSERT_FIRST"
    | "REPLACE"
    | "MERGE_AND_REPLACE_LIST"
  >;
  value?: pulumi.Input<{ [key: string]: unknown }>;
}

/**
 * `spec.configPatches.match.cluster` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchCluster {
  name?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  portNumber?: pulumi.Input<number>;
  service?: pulumi.Input<string>;
  subset?: pulumi.Input<string>;
}

/**
 * `spec.configPatches.match.listener` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchListener {
  filterChain?: EnvoyFilterConfigPatchMatchListenerFilterChain;
  listenerFilter?: pulumi.Input<string>;
  name?: pulumi.Input<string>;
  portName?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  portNumber?: pulumi.Input<number>;
}

/**
 * `spec.configPatches.match.proxy` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchProxy {
  metadata?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  proxyVersion?: pulumi.Input<string>;
}

/**
 * `spec.configPatches.match.routeConfiguration` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchRouteConfiguration {
  gateway?: pulumi.Input<string>;
  name?: pulumi.Input<string>;
  portName?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  portNumber?: pulumi.Input<number>;
  vhost?: EnvoyFilterConfigPatchMatchRouteConfigurationVhost;
}

/**
 * `spec.configPatches.match.waypoint` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchWaypoint {
  filter?: EnvoyFilterConfigPatchMatchWaypointFilter;
  /** Allowed: 0 to 4294967295. */
  portNumber?: pulumi.Input<number>;
  route?: EnvoyFilterConfigPatchMatchWaypointRoute;
}

/**
 * `spec.configPatches.match.listener.filterChain` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchListenerFilterChain {
  applicationProtocols?: pulumi.Input<string>;
  /** Allowed: 0 to 4294967295. */
  destinationPort?: pulumi.Input<number>;
  filter?: EnvoyFilterConfigPatchMatchWaypointFilter;
  name?: pulumi.Input<string>;
  sni?: pulumi.Input<string>;
  transportProtocol?: pulumi.Input<string>;
}

/**
 * `spec.configPatches.match.routeConfiguration.vhost` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchRouteConfigurationVhost {
  domainName?: pulumi.Input<string>;
  name?: pulumi.Input<string>;
  route?: EnvoyFilterConfigPatchMatchRouteConfigurationVhostRoute;
}

/**
 * `spec.configPatches.match.waypoint.filter` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchWaypointFilter {
  name?: pulumi.Input<string>;
  subFilter?: EnvoyFilterConfigPatchMatchWaypointRoute;
}

/**
 * `spec.configPatches.match.waypoint.route` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchWaypointRoute {
  name?: pulumi.Input<string>;
}

/**
 * `spec.configPatches.match.routeConfiguration.vhost.route` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchRouteConfigurationVhostRoute {
  action?: pulumi.Input<"ANY" | "ROUTE" | "REDIRECT" | "DIRECT_RESPONSE">;
  name?: pulumi.Input<string>;
}
