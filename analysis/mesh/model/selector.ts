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

/** A selector of Kubernetes' own, as far as it is well-formed. */
export interface LabelSelector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: string;
    readonly values?: readonly string[];
  }[];
}

/** Whether labels fit a selector; one without conditions fits all. */
export const fitsSelector = (
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Labels,
): boolean =>
  selects(matchLabels, labels) &&
  matchExpressions.every(({ key, operator, values = [] }) => {
    const value = labels[key];
    switch (operator) {
      case "In":
        return value !== undefined && values.includes(value);
      case "NotIn":
        return value === undefined || !values.includes(value);
      case "Exists":
        return value !== undefined;
      default:
        return value === undefined;
    }
  });
