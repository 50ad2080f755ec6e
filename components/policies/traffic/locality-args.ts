import type * as pulumi from "@pulumi/pulumi";

/** Shares of the requests from one place. */
export interface LocalityDistribute {
  /** Where the clients are, `region/zone/sub-zone`; `*` may stand at the end, e.g. `us-west1/*`. */
  from: pulumi.Input<string>;
  /** Percent of their requests by locality, 1 to 100 each, 100 together. Others get nothing. */
  to: pulumi.Input<{ [locality: string]: pulumi.Input<number> }>;
}

/** Region that stands in for another one. */
export interface LocalityFailover {
  /** Region whose endpoints fail. */
  from: pulumi.Input<string>;
  /** Region whose endpoints stand in. */
  to: pulumi.Input<string>;
}

/** Preference for near endpoints. `distribute` excludes `failover` and `failoverPriority`. */
export interface LocalityLbSetting {
  /**
   * Whether near endpoints are preferred, whatever the mesh says.
   * @default true
   */
  enabled?: pulumi.Input<boolean>;
  /**
   * Shares set by hand.
   * @default - near endpoints first
   */
  distribute?: LocalityDistribute[];
  /**
   * Regions that stand in for others; needs `outlierDetection`.
   * @default - any other region
   */
  failover?: LocalityFailover[];
  /**
   * Labels, most important first, that the best endpoints share with the client, as `name` or
   * `name=value`; needs `outlierDetection`.
   * @default - region, zone and sub-zone
   */
  failoverPriority?: pulumi.Input<pulumi.Input<string>[]>;
}
