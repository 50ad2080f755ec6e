/** One round of one side: a number for each measure. */
type Run = () => Promise<readonly number[]>;

export interface Side {
  name: string;
  run: Run;
}

/** One thing measured against others, taken in turns so that what the machine does hits all. */
export interface Comparison {
  title: string;
  /** What the numbers of a run are, with their units. */
  measures: readonly string[];
  /** What is measured, and what it is held against. */
  subject: Side;
  baselines: readonly Side[];
  /** How often each is run; the first of each is thrown away. */
  rounds: number;
}

export interface Result {
  /** Name of the baseline. */
  against: string;
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

/** What a side gave in each round. */
type Rounds = (readonly number[])[];

const column = (rounds: Rounds, measure: number) =>
  rounds.map((values) => values[measure] ?? Number.NaN);

function result(own: readonly number[], other: readonly number[]) {
  const ratios = own.map((value, round) => value / (other[round] ?? Number.NaN));
  return {
    subject: quantile(own, 0.5),
    baseline: quantile(other, 0.5),
    ratio: quantile(ratios, 0.5),
    quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)] satisfies Result["quartiles"],
  };
}

/** One result for each baseline and measure. */
export async function compare(comparison: Comparison): Promise<Result[]> {
  const { subject, baselines, rounds, measures } = comparison;
  const sides = [subject, ...baselines].map((side) => ({ ...side, given: [] as Rounds }));
  for (let round = 0; round <= rounds; round += 1) {
    const turn = round % 2 === 0 ? sides : [...sides].reverse();
    for (const { run, given } of turn) {
      given.push(await run());
    }
  }
  const [own = [], ...others] = sides.map(({ given }) => given.slice(1));
  return others.flatMap((other, at) =>
    measures.map((measure, i) => ({
      against: baselines[at]?.name ?? "",
      measure,
      ...result(column(own, i), column(other, i)),
    })),
  );
}
