/** One thing measured against another, taken in turns so that what the machine does hits both. */
export interface Comparison {
  title: string;
  /** What is measured, and what it is held against. */
  subject: { name: string; run: () => Promise<number> };
  baseline: { name: string; run: () => Promise<number> };
  /** How often each is run; the first of each is thrown away. */
  rounds: number;
}

export interface Result {
  subject: number;
  baseline: number;
  /** Median of the ratios of the rounds. */
  ratio: number;
  /** Half of the ratios lie between these two. */
  quartiles: [number, number];
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export async function compare({ subject, baseline, rounds }: Comparison): Promise<Result> {
  const pairs: [number, number][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const subjectFirst = round % 2 === 0;
    const first = await (subjectFirst ? subject : baseline).run();
    const second = await (subjectFirst ? baseline : subject).run();
    if (round > 0) {
      pairs.push(subjectFirst ? [first, second] : [second, first]);
    }
  }
  const ratios = pairs.map(([own, other]) => own / other);
  return {
    subject: quantile(
      pairs.map(([own]) => own),
      0.5,
    ),
    baseline: quantile(
      pairs.map(([, other]) => other),
      0.5,
    ),
    ratio: quantile(ratios, 0.5),
    quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
  };
}
