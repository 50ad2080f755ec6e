import type * as pulumi from "@pulumi/pulumi";
import type { RateLimitUnit } from "./rate-limit-args";
import type { RateLimitHeader } from "./rate-limit-header-args";

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
