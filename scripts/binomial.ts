/** Logarithm of n!, summed; n is a number of requests here, so it stays small. */
function logFactorial(n: number): number {
  let sum = 0;
  for (let i = 2; i <= n; i++) {
    sum += Math.log(i);
  }
  return sum;
}

function probability(hits: number, total: number, share: number): number {
  if (share === 0 || share === 1) {
    return hits === share * total ? 1 : 0;
  }
  const ways = logFactorial(total) - logFactorial(hits) - logFactorial(total - hits);
  return Math.exp(ways + hits * Math.log(share) + (total - hits) * Math.log(1 - share));
}

/**
 * Two-sided binomial test: how likely it is to see a count at least as unlikely as `hits` among
 * `total` requests when each has the chance `share`.
 */
export function binomialTest(hits: number, total: number, share: number): number {
  const seen = probability(hits, total, share);
  // Counts that are exactly as likely as the one seen must not fall out by rounding.
  const limit = seen * (1 + 1e-9);
  let sum = 0;
  for (let count = 0; count <= total; count++) {
    const chance = probability(count, total, share);
    if (chance <= limit) {
      sum += chance;
    }
  }
  return Math.min(sum, 1);
}

/** What a split that holds falls short of once in a thousand times. */
export const significance = 0.001;

/** Whether every version got its share of the requests, tested each at 99.9 %. */
export function followsSplit(
  counts: Readonly<Record<string, number>>,
  split: Readonly<Record<string, number>>,
): boolean {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const known = Object.keys(counts).every((version) => version in split);
  return (
    known &&
    Object.entries(split).every(
      ([version, percent]) =>
        binomialTest(counts[version] ?? 0, total, percent / 100) >= significance,
    )
  );
}
