import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../resources/metadata";

/** Share of one version at the edge. */
export interface RouteVersion {
  /** Subset that a DestinationRule of the service declares, as the `Canary` component does. */
  name: string;
  /** Percent of the requests, a whole number; all weights of the route add up to 100. */
  weight: pulumi.Input<number>;
}

/** Requests that go to one service. Without `exact` and `prefix` it takes all that is left. */
export interface AppRoute {
  /**
   * Paths that match as a whole, e.g. `/login`.
   * @default - none
   */
  exact?: pulumi.Input<string>[];
  /**
   * Beginnings of paths that match, e.g. `/static`.
   * @default - none
   */
  prefix?: pulumi.Input<string>[];
  /** Service: a short name in the namespace of the gateway, or a full name. */
  service: pulumi.Input<string>;
  /** Port of the Service. */
  port: pulumi.Input<number>;
  /**
   * Split between versions of the service. A route inside the mesh has no effect on requests from
   * outside, so a canary that they see has to be declared here too.
   * @default - one destination, all versions alike
   */
  versions?: RouteVersion[];
}

export interface AppGatewayArgs extends CommonArgs {
  /** Namespace of the application, where Gateway and VirtualService are created. */
  namespace: pulumi.Input<string>;
  /**
   * Host names that are served; `*` is any.
   * @default ["*"]
   */
  hosts?: pulumi.Input<string>[];
  /**
   * Port of the gateway's Service (not of its Pods) that is served with HTTP.
   * @default 80
   */
  port?: pulumi.Input<number>;
  /**
   * Labels of the gateway's Pods; the output `selector` of an `IngressGateway`.
   * @default - `{ istio: "ingressgateway" }`
   */
  selector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /** Where requests go, the first match counts. */
  routes: AppRoute[];
  /**
   * Name of the Gateway and the VirtualService.
   * @default - the name of the component
   */
  name?: pulumi.Input<string>;
}
