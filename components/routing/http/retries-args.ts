import type * as pulumi from "@pulumi/pulumi";

/**
 * What to do with a request that failed.
 * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry
 */
export interface Retries {
  /** How often to try again after the first try; 0 switches retries off. */
  attempts: pulumi.Input<number>;
  /**
   * Time for each try, e.g. `"500ms"`.
   * @default - the route's timeout
   */
  perTryTimeout?: pulumi.Input<string>;
  /**
   * Failures that are tried again: Envoy's words or statuses, joined by commas without spaces.
   * @default - Istio's own choice, connection failures among it
   * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
   */
  retryOn?: pulumi.Input<string>;
  /** Shortest time between two tries; it grows from try to try. @default "25ms" */
  backoff?: pulumi.Input<string>;
  /**
   * Whether a further try may go to another locality.
   * @default - as the load balancer chooses
   */
  retryRemoteLocalities?: pulumi.Input<boolean>;
  /** Whether a further try avoids endpoints that have been tried. @default true */
  retryIgnorePreviousHosts?: pulumi.Input<boolean>;
}
