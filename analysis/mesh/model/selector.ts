/** Labels by which something is chosen. */
export type Labels = Readonly<Record<string, string>>;

/** Whether labels have all that a selector wants; a selector without labels chooses all. */
export const selects = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

/** One pair of a selector, by which what it chooses is found; the empty text for a selector of all. */
export function firstPair(selector: Labels): string {
  const [pair] = Object.entries(selector);
  return pair === undefined ? "" : pair.join("=");
}

/** All pairs of labels, by which the selectors that may take them are found. */
export const pairsOf = (labels: Labels): string[] => [
  "",
  ...Object.entries(labels).map((pair) => pair.join("=")),
];
