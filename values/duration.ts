const millisecond = 1_000_000n;
const second = 1_000n * millisecond;
const minute = 60n * second;
const hour = 60n * minute;

const unitNanos: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: millisecond,
  s: second,
  m: minute,
  h: hour,
};

const goForm = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const goParts = /(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g;
const plainForm = /^(?:\d+(?:\.\d+)?(?:h|m|s|ms))+$/;

const example = 'write for example "250ms", "2s" or "1m30s"';
const tooShort = `is not a duration of at least 1ms; ${example}`;

/** Nanoseconds of a duration as Go writes it, e.g. `1m30s`; undefined when it is none. */
function nanosOf(duration: string): bigint | undefined {
  if (!goForm.test(duration)) {
    return undefined;
  }
  let nanos = 0n;
  for (const [, whole = "", fraction = "", unit = ""] of duration.matchAll(goParts)) {
    const scale = unitNanos[unit] ?? 0n;
    nanos += BigInt(whole) * scale + (BigInt(fraction) * scale) / 10n ** BigInt(fraction.length);
  }
  return duration.startsWith("-") ? -nanos : nanos;
}

/** A duration of any length, as Go reads it. */
export const durationProblem = (duration: string): string | undefined =>
  nanosOf(duration) === undefined ? `is not a duration; ${example}` : undefined;

function multipleProblem(duration: string, unit: bigint, words: string): string | undefined {
  const nanos = nanosOf(duration);
  if (nanos === undefined || nanos < millisecond) {
    return tooShort;
  }
  return nanos % unit === 0n ? undefined : `is not a whole number of ${words}`;
}

/** A duration of whole milliseconds, at least one. */
export const millisecondsProblem = (duration: string): string | undefined =>
  multipleProblem(duration, millisecond, "milliseconds");

/** A duration of whole seconds, at least one. */
export const secondsProblem = (duration: string): string | undefined =>
  multipleProblem(duration, second, "seconds");

/** As `millisecondsProblem`, where less than a millisecond stands for "never". */
export function millisecondsOrNoneProblem(duration: string): string | undefined {
  const nanos = nanosOf(duration);
  const none = nanos !== undefined && nanos > -millisecond && nanos < millisecond;
  return none ? undefined : millisecondsProblem(duration);
}

/** As `durationProblem`, in the notation that whatever reads durations understands: no sign, no unit below ms. */
export const plainDurationProblem = (duration: string): string | undefined =>
  plainForm.test(duration) && (nanosOf(duration) ?? 0n) >= millisecond ? undefined : tooShort;

/** Whether a text is a duration of nothing, such as `0s`. */
export const isNoTime = (duration: string): boolean =>
  plainForm.test(duration) && nanosOf(duration) === 0n;

/** Length of a duration, with what is less than a millisecond as a fraction; 0 when it is none. */
export const millisecondsOf = (duration: string): number =>
  Number(nanosOf(duration) ?? 0n) / Number(millisecond);

/** The same in whole seconds. */
export const secondsOf = (duration: string): number => Math.round(millisecondsOf(duration) / 1000);

/** The same in the only notation that Envoy has: `1m30s` is `90s` to it, and `250ms` is `0.25s`. */
export const envoyDuration = (duration: string): string =>
  `${Number(nanosOf(duration) ?? 0n) / Number(second)}s`;

/** The same without fractions, which the Gateway API does not write: `0.5s` is `500ms` there. */
export function withoutFractions(duration: string): string {
  if (!duration.includes(".")) {
    return duration;
  }
  let left = BigInt(Math.round(millisecondsOf(duration))) * millisecond;
  return ["h", "m", "s", "ms"]
    .map((unit) => {
      const length = unitNanos[unit] ?? 1n;
      const count = left / length;
      left %= length;
      return count > 0n ? `${count}${unit}` : "";
    })
    .join("");
}
