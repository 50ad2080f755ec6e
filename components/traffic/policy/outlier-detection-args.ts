import type * as pulumi from "@pulumi/pulumi";

/** When an endpoint that fails gets no requests for a while. `{}` stands for Istio's defaults. */
export interface OutlierDetection {
  /**
   * Errors in a row (5xx, no connection) before an endpoint is left out; 0 switches it off.
   * @default 5
   */
  consecutive5xxErrors?: pulumi.Input<number>;
  /**
   * 502, 503, 504 in a row before an endpoint is left out; 0 switches it off.
   * @default 0
   */
  consecutiveGatewayErrors?: pulumi.Input<number>;
  /**
   * Whether failures to connect are counted apart from errors that the service answers.
   * @default false
   */
  splitExternalLocalOriginErrors?: pulumi.Input<boolean>;
  /**
   * Failures to connect in a row before an endpoint is left out; needs
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
   * Percent of the endpoints that may be left out at a time, 0 to 100.
   * @default 10
   */
  maxEjectionPercent?: pulumi.Input<number>;
  /**
   * Percent of healthy endpoints, 0 to 100, below which none is left out any more.
   * @default 0
   */
  minHealthPercent?: pulumi.Input<number>;
}
