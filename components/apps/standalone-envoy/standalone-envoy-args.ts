import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";

/** Where an Envoy outside the mesh sends requests, and how long and how often it tries. */
export interface StandaloneEnvoyArgs extends CommonArgs {
  /**
   * Namespace of the proxy. Its Pods stay out of the mesh whatever the mode of the namespace is: Istio's
   * own proxy would listen on the same ports.
   */
  namespace: pulumi.Input<string>;
  /**
   * Name of the Service, Deployment, ConfigMap and ServiceAccount, and value of the label `app`.
   * @default - the name of the component
   */
  name?: pulumi.Input<string>;
  /**
   * Host that gets all requests: a Service's short name in the namespace of the proxy, or a full name. It
   * is called in plain HTTP, so a service that insists on mutual TLS refuses it.
   */
  upstream: pulumi.Input<string>;
  /** Port of the upstream. */
  upstreamPort: pulumi.Input<number>;
  /**
   * How long the proxy waits for a whole answer before it returns 504, e.g. `"1s"`.
   * @default - 15 seconds, as in Envoy
   * @see https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto#envoy-v3-api-field-config-route-v3-routeaction-timeout
   */
  timeout?: pulumi.Input<string>;
  /**
   * How often a failed request is tried again, a whole number; the timeout is for all tries together.
   * @default - no retries, as in Envoy
   * @see https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/route/v3/route_components.proto#config-route-v3-retrypolicy
   */
  retries?: pulumi.Input<number>;
  /**
   * With `retries` only: failures that are tried again, in Envoy's words, joined by commas.
   * @default "5xx"
   * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
   */
  retryOn?: pulumi.Input<string>;
  /**
   * Port of the Service.
   * @default 80
   */
  port?: pulumi.Input<number>;
  /**
   * Image of Envoy.
   * @default "docker.io/envoyproxy/envoy:v1.40.0"
   */
  image?: pulumi.Input<string>;
  /**
   * Pods of the Deployment, a whole number; 0 keeps the Deployment without Pods.
   * @default 1
   */
  replicas?: pulumi.Input<number>;
}
