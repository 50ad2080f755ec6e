// Written by scripts/update-schemas from Istio 1.31 and Istio 1.32 (schemas/sources.json); do not edit.

export interface EnvoyFilterSpec {
  configPatches?: EnvoyFilterConfigPatch[];
  priority?: number;
  targetRefs?: EnvoyFilterTargetRef[];
  workloadSelector?: EnvoyFilterWorkloadSelector;
}

export interface EnvoyFilterConfigPatch {
  applyTo?:
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
    | "LISTENER_FILTER";
  match?: EnvoyFilterConfigPatchMatch;
  patch?: EnvoyFilterConfigPatchPatch;
}

export interface EnvoyFilterTargetRef {
  group?: string;
  kind: string;
  name: string;
  namespace?: string;
}

export interface EnvoyFilterWorkloadSelector {
  labels?: { [key: string]: string };
}

export interface EnvoyFilterConfigPatchMatch {
  cluster?: EnvoyFilterConfigPatchMatchCluster;
  context?: "ANY" | "SIDECAR_INBOUND" | "SIDECAR_OUTBOUND" | "GATEWAY" | "WAYPOINT";
  listener?: EnvoyFilterConfigPatchMatchListener;
  proxy?: EnvoyFilterConfigPatchMatchProxy;
  routeConfiguration?: EnvoyFilterConfigPatchMatchRouteConfiguration;
  waypoint?: EnvoyFilterConfigPatchMatchWaypoint;
}

export interface EnvoyFilterConfigPatchPatch {
  filterClass?: "UNSPECIFIED" | "AUTHN" | "AUTHZ" | "STATS";
  operation?:
    | "INVALID"
    | "MERGE"
    | "ADD"
    | "REMOVE"
    | "INSERT_BEFORE"
    | "INSERT_AFTER"
    | "INSERT_FIRST"
    | "REPLACE"
    | "MERGE_AND_REPLACE_LIST";
  value?: { [key: string]: unknown };
}

export interface EnvoyFilterConfigPatchMatchCluster {
  name?: string;
  portNumber?: number;
  service?: string;
  subset?: string;
}

export interface EnvoyFilterConfigPatchMatchListener {
  filterChain?: EnvoyFilterConfigPatchMatchListenerFilterChain;
  listenerFilter?: string;
  name?: string;
  portName?: string;
  portNumber?: number;
}

export interface EnvoyFilterConfigPatchMatchProxy {
  metadata?: { [key: string]: string };
  proxyVersion?: string;
}

export interface EnvoyFilterConfigPatchMatchRouteConfiguration {
  gateway?: string;
  name?: string;
  portName?: string;
  portNumber?: number;
  vhost?: EnvoyFilterConfigPatchMatchRouteConfigurationVhost;
}

export interface EnvoyFilterConfigPatchMatchWaypoint {
  filter?: EnvoyFilterConfigPatchMatchWaypointFilter;
  portNumber?: number;
  route?: EnvoyFilterConfigPatchMatchWaypointRoute;
}

export interface EnvoyFilterConfigPatchMatchListenerFilterChain {
  applicationProtocols?: string;
  destinationPort?: number;
  filter?: EnvoyFilterConfigPatchMatchWaypointFilter;
  name?: string;
  sni?: string;
  transportProtocol?: string;
  transportSocket?: string;
}

export interface EnvoyFilterConfigPatchMatchRouteConfigurationVhost {
  domainName?: string;
  name?: string;
  route?: EnvoyFilterConfigPatchMatchRouteConfigurationVhostRoute;
}

export interface EnvoyFilterConfigPatchMatchWaypointFilter {
  name?: string;
  subFilter?: EnvoyFilterConfigPatchMatchWaypointRoute;
}

export interface EnvoyFilterConfigPatchMatchWaypointRoute {
  name?: string;
}

export interface EnvoyFilterConfigPatchMatchRouteConfigurationVhostRoute {
  action?: "ANY" | "ROUTE" | "REDIRECT" | "DIRECT_RESPONSE";
  name?: string;
}
