import type * as pulumi from "@pulumi/pulumi";

/**
 * Gets a copy of the requests; its answers are thrown away.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPMirrorPolicy
 */
export interface Mirror {
  /**
   * Service: a short name or a full one.
   * @default - the service of the route
   */
  service?: pulumi.Input<string>;
  /** Namespace of the service. @default - namespace of the route */
  namespace?: pulumi.Input<string>;
  /**
   * Port of the service. Dialect `gateway-api` needs one.
   * @default - the route's in dialect `gateway-api`; in dialect `istio` the one that the client called
   */
  port?: pulumi.Input<number>;
  /**
   * Version of the service: a subset in dialect `istio`, the Service `<service>-<version>` in dialect
   * `gateway-api`, as `Canary` makes them.
   * @default - all versions alike
   * @narrows
   */
  version?: string;
  /** Share of the requests that is copied, in percent; 0.0001 or more, or 0. @default 100 */
  percentage?: pulumi.Input<number>;
}
