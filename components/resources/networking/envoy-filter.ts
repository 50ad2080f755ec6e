// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.
import type * as pulumi from "@pulumi/pulumi";

/**
 * Specification of EnvoyFilter (networking.istio.io).
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterSpec {
  /**
   * Changes to the configuration of Envoy, made in their order.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  configPatches?: EnvoyFilterConfigPatch[];
  /**
   * Order among EnvoyFilters: lower numbers go first; those of the root namespace precede all others.
   * @default - 0
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  priority?: pulumi.Input<number>;
  /**
   * Gateways or services whose proxies are changed; needed for waypoints, excludes `workloadSelector`.
   * Allowed: at most 16 entries.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  targetRefs?: EnvoyFilterTargetRef[];
  /**
   * Workloads whose proxies are changed, by label; waypoints ignore it.
   * @default - all of the namespace, or of the mesh in the root namespace
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  workloadSelector?: EnvoyFilterWorkloadSelector;
}

/**
 * `spec.configPatches` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatch {
  /**
   * Sort of object that is changed; `match` has to fit it.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
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
  /**
   * Which objects of that sort are changed.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  match?: EnvoyFilterConfigPatchMatch;
  /**
   * What is changed, and how.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  patch?: EnvoyFilterConfigPatchPatch;
}

/**
 * `spec.targetRefs` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterTargetRef {
  /**
   * API group of the object, e.g. `gateway.networking.k8s.io`; empty for a Service.
   * Allowed: at most 253 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  group?: pulumi.Input<string>;
  /**
   * `Gateway`, `GatewayClass` (root namespace only), `Service` (waypoints only) or `ServiceEntry`.
   * Allowed: 1 to 63 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  kind: pulumi.Input<string>;
  /**
   * Name of the object.
   * Allowed: 1 to 253 characters.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  name: pulumi.Input<string>;
  /**
   * To be left out: other namespaces are not supported.
   * @default - namespace of this object
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  namespace?: pulumi.Input<string>;
}

/**
 * `spec.workloadSelector` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterWorkloadSelector {
  /**
   * Labels that a Pod has to carry, all of them.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  labels?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

/**
 * `spec.configPatches.match` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export type EnvoyFilterConfigPatchMatch = {
  /**
   * Direction and sort of proxy whose configuration is changed.
   * @default - ANY
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  context?: pulumi.Input<"ANY" | "SIDECAR_INBOUND" | "SIDECAR_OUTBOUND" | "GATEWAY" | "WAYPOINT">;
  /**
   * Conditions for the proxy itself.
   * @default - every proxy
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  proxy?: EnvoyFilterConfigPatchMatchProxy;
} & (
  | {
      listener?: never;
      routeConfiguration?: never;
      cluster?: never;
      waypoint?: never;
    }
  | {
      /**
       * Conditions for listeners, their filter chains and filters.
       * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
       */
      listener: EnvoyFilterConfigPatchMatchListener;
      routeConfiguration?: never;
      cluster?: never;
      waypoint?: never;
    }
  | {
      listener?: never;
      /**
       * Conditions for HTTP routes and virtual hosts.
       * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
       */
      routeConfiguration: EnvoyFilterConfigPatchMatchRouteConfiguration;
      cluster?: never;
      waypoint?: never;
    }
  | {
      listener?: never;
      routeConfiguration?: never;
      /**
       * Conditions for clusters.
       * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
       */
      cluster: EnvoyFilterConfigPatchMatchCluster;
      waypoint?: never;
    }
  | {
      listener?: never;
      routeConfiguration?: never;
      cluster?: never;
      /**
       * Conditions for waypoints; goes with context `WAYPOINT` only, which needs it.
       * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
       */
      waypoint: EnvoyFilterConfigPatchMatchWaypoint;
    }
);

/**
 * `spec.configPatches.patch` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchPatch {
  /**
   * Place of an added filter among Istio's own; steadier than `INSERT_…`, and for `ADD` only.
   * @default - chosen by istiod
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  filterClass?: pulumi.Input<"UNSPECIFIED" | "AUTHN" | "AUTHZ" | "STATS">;
  /**
   * How `value` is put in; `MERGE` appends to lists, `REPLACE` is for HTTP and network filters only.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
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
  /**
   * Piece of Envoy configuration, as its API has it; `REMOVE` needs none.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  value?: pulumi.Input<{ [key: string]: unknown }>;
}

/**
 * `spec.configPatches.match.cluster` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchCluster {
  /**
   * Exact name of the cluster; leave out the other conditions then.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  name?: pulumi.Input<string>;
  /**
   * Port of the Service; for inbound clusters its target port.
   * Allowed: 0 to 4294967295.
   * @default - any port
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  portNumber?: pulumi.Input<number>;
  /**
   * Service's FQDN, or host of a ServiceEntry; inbound clusters ignore it.
   * @default - any service
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  service?: pulumi.Input<string>;
  /**
   * Subset of the service.
   * @default - any subset
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  subset?: pulumi.Input<string>;
}

/**
 * `spec.configPatches.match.listener` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchListener {
  /**
   * Filter chain to which the change is confined.
   * @default - all chains of the listener
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  filterChain?: EnvoyFilterConfigPatchMatchListenerFilterChain;
  /**
   * Name of the listener filter that is changed.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  listenerFilter?: pulumi.Input<string>;
  /**
   * Name of the listener, mostly `IP_port` as `istioctl proxy-config listeners` shows it.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  name?: pulumi.Input<string>;
  /**
   * Not implemented: has no effect.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  portName?: pulumi.Input<string>;
  /**
   * Port of the Service or gateway; inbound too it is the Service's, not the Pod's.
   * Allowed: 0 to 4294967295.
   * @default - any port
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  portNumber?: pulumi.Input<number>;
}

/**
 * `spec.configPatches.match.proxy` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchProxy {
  /**
   * Node metadata of the proxy, by name; all values have to fit exactly.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  metadata?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * RE2 expression for the proxy's version of Istio, e.g. `^1\.27.*`.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  proxyVersion?: pulumi.Input<string>;
}

/**
 * `spec.configPatches.match.routeConfiguration` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchRouteConfiguration {
  /**
   * Gateway as `namespace/name`; for context `GATEWAY` only.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  gateway?: pulumi.Input<string>;
  /**
   * Name of the route configuration, e.g. `http_proxy`.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  name?: pulumi.Input<string>;
  /**
   * Name of the gateway server's port; for context `GATEWAY` only.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  portName?: pulumi.Input<string>;
  /**
   * Port of the Service or gateway server.
   * Allowed: 0 to 4294967295.
   * @default - any port
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  portNumber?: pulumi.Input<number>;
  /**
   * Virtual host to which the change is confined.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  vhost?: EnvoyFilterConfigPatchMatchRouteConfigurationVhost;
}

/**
 * `spec.configPatches.match.waypoint` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchWaypoint {
  /**
   * Filter that is changed, or beside which one is put in.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  filter?: EnvoyFilterConfigPatchMatchWaypointFilter;
  /**
   * Port of the Service.
   * Allowed: 0 to 4294967295.
   * @default - any port
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  portNumber?: pulumi.Input<number>;
  /**
   * Route that is changed.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  route?: EnvoyFilterConfigPatchMatchWaypointRoute;
}

/**
 * `spec.configPatches.match.listener.filterChain` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchListenerFilterChain {
  /**
   * Protocols in the condition of the chain, joined by commas, e.g. `h2,http/1.1`; for sidecars only.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  applicationProtocols?: pulumi.Input<string>;
  /**
   * Port in the condition of the chain; chains without one do not fit.
   * Allowed: 0 to 4294967295.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  destinationPort?: pulumi.Input<number>;
  /**
   * Network filter, e.g. `envoy.filters.network.http_connection_manager` for all of HTTP.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  filter?: EnvoyFilterConfigPatchMatchWaypointFilter;
  /**
   * Name of the chain.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  name?: pulumi.Input<string>;
  /**
   * Server name in the condition of the chain; chains without one do not fit.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  sni?: pulumi.Input<string>;
  /**
   * `tls` or `raw_buffer`, as the condition of the chain has it; for `SIDECAR_INBOUND` only.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  transportProtocol?: pulumi.Input<string>;
  /**
   * Name of the transport socket that the chain has.
   * From Istio 1.32 on.
   * @default - any
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  transportSocket?: pulumi.Input<string>;
}

/**
 * `spec.configPatches.match.routeConfiguration.vhost` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchRouteConfigurationVhost {
  /**
   * Domain that is among those of the virtual host.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  domainName?: pulumi.Input<string>;
  /**
   * Name of the virtual host, as Istio makes it: `host:port`.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  name?: pulumi.Input<string>;
  /**
   * Route in the virtual host to which the change is confined.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  route?: EnvoyFilterConfigPatchMatchRouteConfigurationVhostRoute;
}

/**
 * `spec.configPatches.match.waypoint.filter` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchWaypointFilter {
  /**
   * Envoy's full name of the filter, e.g. `envoy.filters.network.http_connection_manager`.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  name?: pulumi.Input<string>;
  /**
   * Filter inside that filter, such as an HTTP filter in the connection manager.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  subFilter?: EnvoyFilterConfigPatchMatchWaypointRoute;
}

/**
 * `spec.configPatches.match.waypoint.route` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchWaypointRoute {
  /**
   * Name of the HTTP route in the VirtualService, or else `default`.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  name?: pulumi.Input<string>;
}

/**
 * `spec.configPatches.match.routeConfiguration.vhost.route` of EnvoyFilter.
 * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
 */
export interface EnvoyFilterConfigPatchMatchRouteConfigurationVhostRoute {
  /**
   * What the route does.
   * @default - ANY
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  action?: pulumi.Input<"ANY" | "ROUTE" | "REDIRECT" | "DIRECT_RESPONSE">;
  /**
   * Name of the HTTP route in the VirtualService, or else `default`.
   * @see https://istio.io/latest/docs/reference/config/networking/envoy-filter/
   */
  name?: pulumi.Input<string>;
}
