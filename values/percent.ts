/** A percentage with or without a fraction. */
export const percentProblem = (percent: number): string | undefined =>
  percent >= 0 && percent <= 100 ? undefined : "is not a percentage from 0 to 100";

/** A share of requests, which Envoy counts in ten-thousandths of a percent. */
export const finePercentProblem = (percent: number): string | undefined =>
  percent === 0 || (percent >= 0.0001 && percent <= 100)
    ? undefined
    : "is not a percentage: 0, or 0.0001 to 100";

const finest = 10_000;

/** A percentage as Envoy counts it, in ten-thousandths; what is less is cut off, and what is not said is none. */
export const fineShare = (percent = 0): number => Math.trunc(percent * finest) / finest;
