import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../resources/metadata";
import type { Dialect } from "./dialect";

/** One version of the service. */
export interface CanaryVersion {
  /** Name of the version, a DNS label, e.g. `v2`. */
  name: string;
  /**
   * Percent of the requests, a whole number. All weights add up to 100. A version at 0 stays in the
   * route, so that promoting it later changes one number.
   */
  weight: pulumi.Input<number>;
  /**
   * Labels of its Pods, in addition to those that the Service selects.
   * @default - `{ version: <name> }`
   */
  labels?: { [key: string]: string };
}

/** Requests that go to one version whatever the weights say. Set either `exact` or `regex`. */
export interface CanaryMatch {
  /** Name of the header, in lower case, e.g. `end-user`. */
  header: string;
  /** Value that the header has. @default - not used */
  exact?: pulumi.Input<string>;
  /** Regular expression (RE2) that the whole value fits. @default - not used */
  regex?: pulumi.Input<string>;
  /** Name of the version that gets these requests. */
  version: string;
}

/** What to do with a request that failed. */
export interface CanaryRetries {
  /** How often to try again; 0 switches retries off. */
  attempts: pulumi.Input<number>;
  /**
   * Time for each try, e.g. `"500ms"`.
   * @default - the route's timeout
   */
  perTryTimeout?: pulumi.Input<string>;
  /**
   * Failures that are tried again, in Envoy's words, joined by commas.
   * @default - Istio's own choice, connection failures among it
   * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/router_filter#x-envoy-retry-on
   */
  retryOn?: pulumi.Input<string>;
}

export interface CanaryArgs extends CommonArgs {
  /** Short name of the Service whose requests are split, e.g. `reviews`. */
  service: string;
  /** Namespace of the Service. The routing objects are created there too. */
  namespace: pulumi.Input<string>;
  /** Versions with their share of the requests. */
  versions: CanaryVersion[];
  /**
   * Header rules, tried in their order before the weights.
   * @default - none
   */
  matches?: CanaryMatch[];
  /**
   * `"istio"` (VirtualService, DestinationRules) or `"gateway-api"` (HTTPRoute, Services). Use one of
   * them for a service, never both.
   * @default "istio"
   */
  dialect?: Dialect;
  /**
   * Dialect `istio` only: gateways whose requests are split, as `name` or `namespace/name`; `mesh`
   * stands for all sidecars.
   * @default ["mesh"]
   */
  gateways?: pulumi.Input<string>[];
  /**
   * Dialect `istio` only: more hosts that the route is for, beside the Service's own.
   * @default - none
   */
  hosts?: pulumi.Input<string>[];
  /**
   * Dialect `gateway-api` only, and needed there: port of the Service.
   * @default - none
   */
  port?: pulumi.Input<number>;
  /**
   * Dialect `gateway-api` only: labels that the Service selects its Pods by.
   * @default - `{ app: <service> }`
   */
  selector?: { [key: string]: string };
  /**
   * How long the proxy waits for a whole answer before it returns 504, e.g. `"2s"`.
   * @default - no limit, as in Istio
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRoute
   */
  timeout?: pulumi.Input<string>;
  /**
   * Dialect `istio` only: retries of failed requests.
   * @default - Istio's default of two retries
   * @see https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry
   */
  retries?: CanaryRetries;
  /**
   * DNS domain of the cluster.
   * @default "cluster.local"
   */
  clusterDomain?: string;
}
