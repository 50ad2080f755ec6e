/** What a note can be about, in the order in which the changelog has them. */
const headings = {
  breaking: "Breaking",
  added: "Added",
  changed: "Changed",
  fixed: "Fixed",
} as const;

type Kind = keyof typeof headings;

/** What one file in `changes/` says. */
export interface ChangeNote {
  kind: Kind;
  text: string;
}

const isKind = (kind: string | undefined): kind is Kind =>
  Object.keys(headings).includes(`${kind}`);

/** Reads a note; throws in words where it is none. */
export function changeNote(file: string, content: string): ChangeNote {
  const kind = /^[a-z0-9-]+\.([a-z]+)\.md$/.exec(file)?.[1];
  if (!isKind(kind)) {
    throw new Error(
      `changes/${file}: a note is called <what>.<kind>.md; kinds: ${Object.keys(headings).join(", ")}`,
    );
  }
  const paragraphs = content.trim().split(/\n\s*\n/);
  if (paragraphs.length > 1 || paragraphs[0] === "") {
    throw new Error(`changes/${file}: a note is one paragraph, of one to three sentences`);
  }
  return { kind, text: content.trim().replaceAll(/\s*\n\s*/g, " ") };
}

const unreleased = "## Unreleased\n";

function sections(notes: readonly ChangeNote[]): string[] {
  return Object.entries(headings).flatMap(([kind, heading]) => {
    const texts = notes.filter((note) => note.kind === kind).map(({ text }) => `- ${text}\n`);
    return texts.length > 0 ? [`### ${heading}\n\n${texts.join("")}`] : [];
  });
}

/** The changelog with one more release on top, which has what stood under "Unreleased" as well. */
export function withRelease(
  changelog: string,
  version: string,
  date: string,
  notes: readonly ChangeNote[],
): string {
  const [title = "", ...releases] = changelog.split(/^(?=## )/m);
  const open = releases[0]?.startsWith(unreleased) ? releases.shift() : undefined;
  const before = open?.slice(unreleased.length).trim();
  const parts = [
    `## ${version}, ${date}\n`,
    ...(before ? [`${before}\n`] : []),
    ...sections(notes),
  ];
  return [`${title.trimEnd()}\n`, `${parts.join("\n")}`, ...releases].join("\n");
}

const numbers = (version: string): number[] | undefined =>
  /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number);

/** Why the notes cannot be released under this version, if they cannot. */
export function versionRefusal(
  version: string,
  previous: string | undefined,
  notes: readonly ChangeNote[],
): string | undefined {
  const next = numbers(version);
  if (!next) {
    return `VERSION=${version}: a version is three numbers, such as 1.2.0`;
  }
  const last = previous === undefined ? undefined : numbers(previous);
  if (!last) {
    return undefined;
  }
  const raised = next.findIndex((number, place) => number !== last[place]);
  if (raised < 0 || (next[raised] ?? 0) < (last[raised] ?? 0)) {
    return `VERSION=${version}: the last release is ${previous}`;
  }
  // Before 1.0 the second number says what others say by the first.
  const needed = last[0] === 0 ? 1 : 0;
  return raised > needed && notes.some(({ kind }) => kind === "breaking")
    ? `VERSION=${version}: a note is about a breaking change; after ${previous} that needs another ${needed === 0 ? "major" : "minor"} version`
    : undefined;
}
