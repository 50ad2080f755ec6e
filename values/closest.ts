/** Number of edits between two words; two letters in the wrong order are one edit, like any slip. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
          swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
  }
  return at(a.length, b.length);
}

/**
 * The word of `allowed` that was probably meant. A third of the letters may differ: more than that
 * is a guess that sends the reader the wrong way.
 */
export function closest(word: string, allowed: Iterable<string>): string | undefined {
  const ranked = [...allowed]
    .map((candidate) => ({
      candidate,
      edits: distance(word.toLowerCase(), candidate.toLowerCase()),
    }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best && best.edits <= Math.max(1, Math.floor(word.length / 3))
    ? best.candidate
    : undefined;
}

const withoutDigits = (word: string): string => word.replace(/\d/g, "");

/**
 * The word of `allowed` that was meant for sure enough to write it instead: no other is as close, and more
 * than a number differs, as `v2` is no slip for `v1`.
 */
export function slipOf(word: string, allowed: Iterable<string>): string | undefined {
  const words = [...new Set(allowed)].filter(
    (candidate) => withoutDigits(candidate) !== withoutDigits(word),
  );
  const meant = closest(word, words);
  if (meant === undefined) {
    return undefined;
  }
  const edits = distance(word.toLowerCase(), meant.toLowerCase());
  const rivals = words.filter(
    (other) => other !== meant && distance(word.toLowerCase(), other.toLowerCase()) === edits,
  );
  return rivals.length === 0 ? meant : undefined;
}

/** `; did you mean "x"?` to put behind a message, or nothing. */
export function didYouMean(word: string, allowed: Iterable<string>): string {
  const meant = closest(word, allowed);
  return meant === undefined ? "" : `; did you mean ${JSON.stringify(meant)}?`;
}
