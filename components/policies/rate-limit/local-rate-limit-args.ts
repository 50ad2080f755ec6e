import type * as pulumi from "@pulumi/pulumi";
import type { RateLimitHeader } from "./rate-limit-header-args";

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
