import type * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../../common-args";

/** Bucket of tokens: a request takes one, and without one it is answered with 429. */
export interface TokenBucket {
  /** Requests per interval, at least 1. */
  requests: pulumi.Input<number>;
  /**
   * Time after which `requests` tokens are put in, at least 50ms.
   * @default "1s"
   */
  interval?: pulumi.Input<string>;
  /**
   * Tokens that the bucket holds, at least `requests`: so many requests may come at once.
   * @default - `requests`
   */
  burst?: pulumi.Input<number>;
}

/** Limit for requests that have all of these headers. */
export interface LocalRateLimitRule extends TokenBucket {
  /** Headers that a request has; `:path` and `:method` stand for path and method. */
  headers: RateLimitHeader[];
}

/** Limits that each proxy counts for itself, `requests` for all of them together. */
export interface LocalRateLimit extends TokenBucket {
  /**
   * Limits for some requests, the first that fits counts. Their intervals are multiples of `interval`.
   * @default - none
   * @narrows
   */
  rules?: LocalRateLimitRule[];
  /**
   * Whether requests that a rule fits count for the limit of all, too.
   * @default true
   */
  countAll?: pulumi.Input<boolean>;
  /**
   * Percent of the requests over the limit that are refused, a whole number; 0 only counts.
   * @default 100
   */
  enforcedPercent?: pulumi.Input<number>;
  /**
   * Whether answers say what is left, in headers `x-ratelimit-…`.
   * @default false
   */
  showRemaining?: pulumi.Input<boolean>;
}

/**
 * One part of what requests are counted by. Exactly one of `header`, `remoteAddress`, `value` and
 * `headers`.
 */
export interface RateLimitEntry {
  /**
   * Name of the part, as the rate limit service knows it. With `remoteAddress` it is always
   * `remote_address`.
   * @default - the header's name, `generic_key` for `value`, `header_match` for `headers`
   */
  key?: string;
  /**
   * Header whose value is counted by; a request without it is not counted. `:path` is path and query, so
   * that each query has a limit of its own; count by `headers` to have one for a path.
   * @default - not used
   */
  header?: pulumi.Input<string>;
  /**
   * Counts by the client's address.
   * @default - not used
   */
  remoteAddress?: boolean;
  /**
   * Counts all requests under this value, or with `headers` those that have them.
   * @default - not used; `"match"` with `headers`
   */
  value?: string;
  /**
   * Counts only requests that have all of these headers.
   * @default - not used
   * @narrows
   */
  headers?: RateLimitHeader[];
}

/** How many requests pass. */
export interface GlobalLimit {
  /** Requests per `unit`; 0 lets none pass. */
  requests: pulumi.Input<number>;
  /** `"second"`, `"minute"`, `"hour"` or `"day"`. */
  unit: RateLimitUnit;
  /**
   * Values, by the keys of the entries, that the limit is for, e.g. `{ "x-loyalty": "gold" }`.
   * @default - each value has this limit for itself
   * @narrows
   */
  values?: { [key: string]: string };
}

/** What requests are counted by, all entries together. */
export interface RateLimitDescriptor {
  /** Parts, in the order in which the rate limit service nests them. */
  entries: RateLimitEntry[];
  /**
   * Limits for the service's configuration, the component's output `config`.
   * @default - none; the service is configured elsewhere
   */
  limits?: GlobalLimit[];
}

/** Limits that a rate limit service counts, such as envoyproxy/ratelimit. */
export interface GlobalRateLimit {
  /** Name under which the service has its limits. */
  domain: pulumi.Input<string>;
  /**
   * Full host name of the service, e.g. `ratelimit.default.svc.cluster.local`.
   * @formerly host
   */
  service: pulumi.Input<string>;
  /**
   * Port of the service that speaks gRPC. Its name in the Service begins with `grpc`.
   * @default 8081
   */
  port?: pulumi.Input<number>;
  /**
   * Number of this set among those of one proxy, 0 to 10: each asks with its own descriptors only. A
   * second `RateLimit` for the same proxies needs another one.
   * @default 0
   */
  stage?: pulumi.Input<number>;
  /** What requests are counted by. A request is refused as soon as one of them is used up. */
  descriptors: RateLimitDescriptor[];
  /**
   * How long the service may take, e.g. `"100ms"`.
   * @default "20ms"
   */
  timeout?: pulumi.Input<string>;
  /**
   * Whether requests are refused while the service does not answer.
   * @default false
   */
  failureModeDeny?: pulumi.Input<boolean>;
}

/**
 * Header that a request has. Set one of `exact`, `prefix`, `regex` and `present`.
 * @narrows
 */
export interface RateLimitHeader {
  /** Name of the header in lower case; `:path` (with its query), `:method` and `:authority` are allowed. */
  name: pulumi.Input<string>;
  /**
   * The whole value. For `:path` without `?` in it that is the path, whatever query goes with it; for
   * `:authority` without a port the host, whatever port, dot or capitals it is written with.
   * @default - not used
   */
  exact?: pulumi.Input<string>;
  /**
   * Beginning of the value.
   * @default - not used
   */
  prefix?: pulumi.Input<string>;
  /**
   * Regular expression (RE2) that the whole value fits.
   * @default - not used
   */
  regex?: pulumi.Input<string>;
  /**
   * `true`: any value fits, and only a missing header does not. `false`: only a missing header fits.
   * @default - not used
   */
  present?: boolean;
}

/** Which proxies count requests. */
export const RateLimitPosition = {
  /** The sidecars of the workloads that are called. */
  Sidecar: "sidecar",
  /** A gateway. */
  Gateway: "gateway",
  /** A waypoint. */
  Waypoint: "waypoint",
} as const;
export type RateLimitPosition = (typeof RateLimitPosition)[keyof typeof RateLimitPosition];

/** Time in which the rate limit service counts. */
export const RateLimitUnit = {
  /** Requests per second. */
  Second: "second",
  /** Requests per minute. */
  Minute: "minute",
  /** Requests per hour. */
  Hour: "hour",
  /** Requests per day. */
  Day: "day",
} as const;
export type RateLimitUnit = (typeof RateLimitUnit)[keyof typeof RateLimitUnit];

/**
 * Answers requests with 429 when there are too many. It is written as EnvoyFilters, which profile
 * `stable` does not allow; `local`, `global` or both. A ztunnel counts no requests: in ambient mode
 * take position `"waypoint"` or `"gateway"`.
 */
export interface RateLimitArgs extends CommonArgs {
  /** Namespace of the proxies. In the mesh's root namespace it is for those of all namespaces. */
  namespace: pulumi.Input<string>;
  /**
   * Which proxies count: `"sidecar"` for incoming requests of workloads, `"gateway"`, or `"waypoint"`.
   * @default "sidecar"
   */
  position?: RateLimitPosition;
  /**
   * Labels of the workloads, or of the gateway's Pods, where it is needed (an `IngressGateway`'s output
   * `selector`). Not for waypoints.
   * @default - all workloads of the namespace
   * @narrows
   */
  selector?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
  /**
   * Position `"waypoint"` only, and needed there: name of the waypoint.
   * @default - none
   */
  waypoint?: pulumi.Input<string>;
  /**
   * Limits that each proxy counts for itself: with three Pods three times as many requests pass.
   * @default - none
   * @see https://istio.io/latest/docs/tasks/policy-enforcement/rate-limit/#local-rate-limit
   */
  local?: LocalRateLimit;
  /**
   * Limits that a rate limit service counts for all proxies. A second set for the same proxies needs a
   * `stage` of its own.
   * @default - none
   * @see https://istio.io/latest/docs/tasks/policy-enforcement/rate-limit/#global-rate-limit
   */
  global?: GlobalRateLimit;
  /**
   * Beginning of the EnvoyFilters' names.
   * @default - the component's name
   */
  name?: pulumi.Input<string>;
  /**
   * Order among EnvoyFilters, lower ones first; `global` takes the number behind it.
   * @default 10
   */
  priority?: pulumi.Input<number>;
}
