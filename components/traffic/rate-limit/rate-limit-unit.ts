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
