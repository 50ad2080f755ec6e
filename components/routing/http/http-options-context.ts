import type * as pulumi from "@pulumi/pulumi";

/** What a route knows, and its options and destinations need not repeat. */
export interface RouteContext {
  /** Namespace of the objects that are written. */
  namespace: pulumi.Input<string>;
  /** Service of the route, for mirrors that name none. */
  service?: pulumi.Input<string>;
  /** Port of that service. */
  port?: pulumi.Input<number>;
  /** DNS domain of the cluster. */
  clusterDomain?: string;
  /** Release of the Gateway API that the program installs, as far as it says so. */
  gatewayApi?: string;
}
