/** Labels by which something is chosen. */
export type Labels = Readonly<Record<string, string>>;

/** Whether labels have all that a selector wants; a selector without labels chooses all. */
export const selects = (selector: Labels, labels: Labels): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);
