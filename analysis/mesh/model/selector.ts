/** Labels by which something is chosen. */
export type Labels = Readonly<Record<string, string>>;

/** Labels that Pods get from what runs them: no template has them, and which Pod has which value is not declared. */
const ofControllers: ReadonlySet<string> = new Set([
  "statefulset.kubernetes.io/pod-name",
  "apps.kubernetes.io/pod-index",
  "controller-revision-hash",
  "pod-template-hash",
  "rollouts-pod-template-hash",
  "batch.kubernetes.io/job-name",
  "batch.kubernetes.io/job-completion-index",
  "batch.kubernetes.io/controller-uid",
  "job-name",
  "controller-uid",
]);

/** Whether labels have all that a selector wants; a selector without labels chooses all. */
export const selects = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(
    ([key, value]) =>
      labels[key] === value || (labels[key] === undefined && ofControllers.has(key)),
  );

/** One pair of a selector, by which what it chooses is found; the empty text for a selector of all. */
export function firstPair(selector: Labels): string {
  const pair = Object.entries(selector).find(([key]) => !ofControllers.has(key));
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
