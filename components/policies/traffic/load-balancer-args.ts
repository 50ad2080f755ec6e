import type * as pulumi from "@pulumi/pulumi";
import type { LocalityLbSetting } from "./locality-args";

/** How a client's proxy chooses among the endpoints of a service. */
export const LoadBalancerSimple = {
  /** The less busy of two endpoints taken at random. */
  LeastRequest: "LEAST_REQUEST",
  /** Any endpoint, by chance. */
  Random: "RANDOM",
  /** One after the other. */
  RoundRobin: "ROUND_ROBIN",
  /** The address that the client called, without any choice. */
  Passthrough: "PASSTHROUGH",
} as const;
export type LoadBalancerSimple = (typeof LoadBalancerSimple)[keyof typeof LoadBalancerSimple];

/** Further attribute of a cookie that the proxy makes. */
export interface HashCookieAttribute {
  /** Name of the attribute, e.g. `SameSite`. */
  name: pulumi.Input<string>;
  /**
   * Value of the attribute.
   * @default - none, as for `Secure` and `HttpOnly`
   */
  value?: pulumi.Input<string>;
}

/** Cookie whose value keeps a client at one endpoint. */
export interface HashCookie {
  /** Name of the cookie. */
  name: pulumi.Input<string>;
  /**
   * Path of the cookie that the proxy makes.
   * @default - none
   */
  path?: pulumi.Input<string>;
  /**
   * Lifetime of the cookie that the proxy makes for a client without one, e.g. `"1h"`; `"0s"` keeps
   * it until the browser is closed.
   * @default - the proxy makes no cookie
   */
  ttl?: pulumi.Input<string>;
  /**
   * Further attributes of the cookie that the proxy makes.
   * @default - none
   */
  attributes?: HashCookieAttribute[];
}

/** A ring of hashes, on which each Pod has many points. */
export interface RingHash {
  /**
   * Fewest points on the ring; more of them spread the requests more evenly.
   * @default 1024
   */
  minimumRingSize?: pulumi.Input<number>;
}

/** Maglev table. */
export interface Maglev {
  /**
   * Entries of the table, a prime number below 5000011; more of them keep clients steadier when
   * endpoints come and go.
   * @default 65537
   */
  tableSize?: pulumi.Input<number>;
}

/**
 * What decides which endpoint a client stays at. Exactly one of `httpHeaderName`, `httpCookie`,
 * `useSourceIp` and `httpQueryParameterName`, and at most one of `ringHash` and `maglev`.
 */
export interface ConsistentHash {
  /**
   * Header whose value decides.
   * @default - not used
   */
  httpHeaderName?: pulumi.Input<string>;
  /**
   * Cookie whose value decides.
   * @default - not used
   */
  httpCookie?: HashCookie;
  /**
   * Whether the client's address decides; works for TCP too.
   * @default - not used
   */
  useSourceIp?: pulumi.Input<boolean>;
  /**
   * Query parameter whose value decides.
   * @default - not used
   */
  httpQueryParameterName?: pulumi.Input<string>;
  /**
   * Hash ring as the way of hashing.
   * @default - used, unless there is `maglev`
   */
  ringHash?: RingHash;
  /**
   * Maglev as the way of hashing.
   * @default - not used
   */
  maglev?: Maglev;
}

/** Gentle start of new endpoints. */
export interface Warmup {
  /** Time until a new endpoint gets its full share of the requests, e.g. `"30s"`. */
  duration: pulumi.Input<string>;
  /**
   * Percent of its share that a new endpoint starts with, 0 to 100.
   * @default 10
   */
  minimumPercent?: pulumi.Input<number>;
  /**
   * How steeply the requests rise, more than 0; 1 is linear.
   * @default 1
   */
  aggression?: pulumi.Input<number>;
}

/** How an endpoint is chosen. Either `simple` or `consistentHash`. */
export interface LoadBalancer {
  /**
   * `"LEAST_REQUEST"`, `"RANDOM"`, `"ROUND_ROBIN"` or `"PASSTHROUGH"`.
   * @default - `"LEAST_REQUEST"`, unless there is `consistentHash`
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-SimpleLB
   */
  simple?: pulumi.Input<LoadBalancerSimple>;
  /**
   * Keeps a client at one endpoint as long as that is there.
   * @default - none
   * @see https://istio.io/latest/docs/reference/config/networking/destination-rule/#LoadBalancerSettings-ConsistentHashLB
   */
  consistentHash?: ConsistentHash;
  /**
   * Lets new endpoints start with few requests; for `LEAST_REQUEST` and `ROUND_ROBIN` only.
   * @default - new endpoints get their full share at once
   */
  warmup?: Warmup;
  /**
   * Preference for near endpoints. `distribute` apart, it takes effect only together with
   * `outlierDetection`. `{ enabled: true }` sends all requests to the client's own zone as long as that
   * has healthy endpoints.
   * @default - off with `outlierDetection`, unless the program's Service has a `trafficDistribution`; as
   * set for the mesh without
   * @see https://istio.io/latest/docs/tasks/traffic-management/locality-load-balancing/
   */
  localityLbSetting?: LocalityLbSetting;
}
