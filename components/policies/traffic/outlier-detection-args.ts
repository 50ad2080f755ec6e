import type * as pulumi from "@pulumi/pulumi";

/**
 * When an endpoint that fails gets no requests for a while. `{}` stands for the defaults. Unlike in Istio
 * it does not make clients prefer near endpoints; that is for `loadBalancer.localityLbSetting` to say.
 */
export interface OutlierDetection {
  /**
   * Errors in a row (5xx, no connection) before an endpoint is left out; 0 switches it off.
   * @default 5
   */
  consecutive5xxErrors?: pulumi.Input<number>;
  /**
   * 502, 503, 504 in a row before an endpoint is left out, less than `consecutive5xxErrors`, which counts
   * them too; 0 switches it off.
   * @default 0
   */
  consecutiveGatewayErrors?: pulumi.Input<number>;
  /**
   * Whether failures to connect are counted apart from errors that the service answers.
   * @default false
   */
  splitExternalLocalOriginErrors?: pulumi.Input<boolean>;
  /**
   * Failures to connect in a row before an endpoint is left out, at least 1; needs
   * `splitExternalLocalOriginErrors`.
   * @default 5
   */
  consecutiveLocalOriginFailures?: pulumi.Input<number>;
  /**
   * Time between two looks at the endpoints, e.g. `"5s"`.
   * @default "10s"
   */
  interval?: pulumi.Input<string>;
  /**
   * Shortest time that an endpoint is left out; it grows with each time.
   * @default "30s"
   */
  baseEjectionTime?: pulumi.Input<string>;
  /**
   * Percent of the endpoints that may be left out at a time, 1 to 100. The first is left out only from
   * 100 ÷ this many endpoints on: at 50 from 2, at 34 from 3, at 10 from 10. 100 leaves out the only one
   * too, and then all requests are answered with 503.
   * @default 50
   */
  maxEjectionPercent?: pulumi.Input<number>;
  /**
   * Percent of healthy endpoints, 0 to 99, below which requests go to all of them again, those that are
   * left out among them.
   * @default 0
   */
  minHealthPercent?: pulumi.Input<number>;
}
