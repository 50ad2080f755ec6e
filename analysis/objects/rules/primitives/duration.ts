const unitNanos: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const millisecond = 1_000_000n;
const second = 1_000_000_000n;
const wholeText = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const expected = 'a duration with its unit is expected, e.g. "1.5s"';

/** Nanoseconds of a duration as Go writes it, e.g. `1m30s`; undefined when it is none. */
function nanosOf(duration: string): bigint | undefined {
  if (!wholeText.test(duration)) {
    return undefined;
  }
  const parts = duration.matchAll(/(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g);
  let nanos = 0n;
  for (const [, whole = "", fraction = "", unit = ""] of parts) {
    const scale = unitNanos[unit] ?? 0n;
    nanos += BigInt(whole) * scale + (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length);
  }
  return duration.startsWith("-") ? -nanos : nanos;
}

/** A duration that only has to be one. */
export const durationProblem = (duration: string): string | undefined =>
  nanosOf(duration) === undefined ? expected : undefined;

function multipleProblem(duration: string, unit: bigint, words: string): string | undefined {
  const nanos = nanosOf(duration);
  if (nanos === undefined) {
    return expected;
  }
  if (nanos < millisecond) {
    return "a duration of at least 1ms is expected";
  }
  return nanos % unit === 0n ? undefined : `whole ${words} are expected`;
}

export const millisecondsProblem = (duration: string): string | undefined =>
  multipleProblem(duration, millisecond, "milliseconds");

export const secondsProblem = (duration: string): string | undefined =>
  multipleProblem(duration, second, "seconds");

/** As `millisecondsProblem`, where less than a millisecond stands for "never". */
export function millisecondsOrNoneProblem(duration: string): string | undefined {
  const nanos = nanosOf(duration);
  const none = nanos !== undefined && nanos > -millisecond && nanos < millisecond;
  return none ? undefined : millisecondsProblem(duration);
}
