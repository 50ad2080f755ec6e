/** One round of one side: a number for each measure. */
export type Run = () => Promise<readonly number[]>;

/** One thing measured against another, taken in turns so that what the machine does hits both. */
export interface Comparison {
  title: string;
  /** What the numbers of a run are, with their units. */
  measures: readonly string[];
  /** What is measured, and what it is held against. */
  subject: { name: string; run: Run };
  baseline: { name: string; run: Run };
  /** How often each is run; the first of each is thrown away. */
  rounds: number;
}

export interface Result {
  measure: string;
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

function result(measure: string, own: readonly number[], other: readonly number[]): Result {
  const ratios = own.map((value, round) => value / (other[round] ?? Number.NaN));
  return {
    measure,
    subject: quantile(own, 0.5),
    baseline: quantile(other, 0.5),
    ratio: quantile(ratios, 0.5),
    quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
  };
}

/** One result for each measure. */
export async function compare(comparison: Comparison): Promise<Result[]> {
  const { subject, baseline, rounds, measures } = comparison;
  const pairs: [readonly number[], readonly number[]][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const subjectFirst = round % 2 === 0;
    const first = await (subjectFirst ? subject : baseline).run();
    const second = await (subjectFirst ? baseline : subject).run();
    if (round > 0) {
      pairs.push(subjectFirst ? [first, second] : [second, first]);
    }
  }
  const column = (side: 0 | 1, i: number) => pairs.map((pair) => pair[side][i] ?? Number.NaN);
  return measures.map((measure, i) => result(measure, column(0, i), column(1, i)));
}
