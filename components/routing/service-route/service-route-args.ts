import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";
import type { Dialect } from "../dialect";
import type { HttpRule } from "../http/http-options-rule-args";

/** Where requests go. */
export interface RouteTarget {
  /**
   * Service: a short name or a full one.
   * @default - the service of the route
   */
  service?: pulumi.Input<string>;
  /**
   * Namespace of the service.
   * @default - namespace of the route
   */
  namespace?: pulumi.Input<string>;
  /**
   * Port of the service.
   * @default - the route's in dialect `gateway-api`; in dialect `istio` the one that the client called
   */
  port?: pulumi.Input<number>;
  /**
   * Version of the service: a subset in dialect `istio`, which a DestinationRule has to declare; the
   * Service `<service>-<version>` in dialect `gateway-api`.
   * @default - all versions alike
   * @narrows
   */
  version?: string;
  /**
   * Percent of the requests, a whole number; all weights of a rule add up to 100.
   * @default - all, when there is one target; with several of them each needs a weight
   */
  weight?: pulumi.Input<number>;
}

/** Requests, where they go, and what happens to them on their way. */
export interface ServiceRouteRule extends HttpRule {
  /**
   * Name of the rule, for access logs and metrics.
   * @default - none
   */
  name?: string;
  /**
   * Where the requests go.
   * @default - the service itself
   */
  to?: RouteTarget[];
}

/** A service, and the rules by which its requests are routed. */
export interface ServiceRouteArgs extends CommonArgs {
  /**
   * Service whose requests are routed: its short name, e.g. `web`, or in dialect `istio` a full host,
   * such as that of an `ExternalService`, also `*.example.com`. Of a host outside only what a proxy sees of the requests is
   * routed: clients call it in plain text, and the mesh adds TLS.
   */
  service: pulumi.Input<string>;
  /** Namespace of the route, and of a Service with a short name. */
  namespace: pulumi.Input<string>;
  /**
   * Rules, of which the first that fits counts. The last one is without matches: a request that no
   * rule fits would get 404.
   */
  rules: ServiceRouteRule[];
  /**
   * `"istio"` (VirtualService) or `"gateway-api"` (HTTPRoute). Use one of them for a service, never
   * both, and neither beside a `Canary` of it.
   * @default "istio"
   */
  dialect?: Dialect;
  /**
   * Port of the Service. Needed in dialect `gateway-api`, and in dialect `istio` for a Service with
   * several ports; requests to its other ports are not routed.
   * @default - the only port of the Service
   */
  port?: pulumi.Input<number>;
  /**
   * DNS domain of the cluster.
   * @default - that of the program's control plane, or `cluster.local`
   */
  clusterDomain?: string;
  /**
   * Name of the VirtualService or HTTPRoute.
   * @default - `service`, with `wildcard` in place of a `*`
   */
  name?: pulumi.Input<string>;
}
