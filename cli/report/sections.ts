/** A part of a report that is told as a whole, or not at all. */
export interface Section {
  /** What it is, for the line that says that it is missing. */
  readonly what: string;
  readonly text: string;
  /** Which goes first where there is no room for all: the highest. */
  readonly dispensable: number;
}

const left = (cut: readonly Section[]): string =>
  cut.length === 0
    ? ""
    : `_Left out, since a comment holds no more: ${cut.map(({ what }) => what).join("; ")}._`;

const joined = (head: string, sections: readonly Section[], cut: readonly Section[]): string =>
  [head, ...sections.map(({ text }) => text), left(cut)].filter((part) => part !== "").join("\n\n");

/** All sections in their order, or as many as there is room for. */
export function fitted(head: string, sections: readonly Section[], limit: number): string {
  let kept = [...sections];
  const cut: Section[] = [];
  while (joined(head, kept, cut).length > limit && kept.length > 0) {
    const [first] = [...kept].sort(
      (a, b) => b.dispensable - a.dispensable || b.text.length - a.text.length,
    );
    kept = kept.filter((one) => one !== first);
    cut.push(...(first ? [first] : []));
  }
  return joined(head, kept, cut);
}
