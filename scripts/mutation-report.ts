import type { Level } from "../analysis/mesh/check";

interface Position {
  readonly line: number;
  readonly column: number;
}

/** A change that was tried, as the tool for it reports it. */
interface Mutant {
  readonly mutatorName: string;
  readonly replacement: string;
  readonly status: string;
  readonly location: { readonly start: Position; readonly end: Position };
}

interface MutatedFile {
  readonly source: string;
  readonly mutants: readonly Mutant[];
}

/** What the tool reports of all files, by their paths. */
export interface MutationReport {
  readonly files: Readonly<Record<string, MutatedFile>>;
}

/** A change that no test has noticed. */
export interface Survivor {
  readonly file: string;
  readonly line: number;
  /** What stands there, and what stood there instead. */
  readonly change: string;
}

/** What became of the changes of the checks of a level. */
export interface Row {
  readonly level: Level;
  readonly files: number;
  readonly noticed: number;
  readonly survived: number;
}

const noticed = ["Killed", "Timeout", "RuntimeError"];
const survived = ["Survived", "NoCoverage"];

const count = (mutants: readonly Mutant[], statuses: readonly string[]): number =>
  mutants.filter(({ status }) => statuses.includes(status)).length;

const inOneLine = (text: string): string => text.replaceAll(/\s+/g, " ");

/** The text of a change's place. */
function original(source: string, { start, end }: Mutant["location"]): string {
  const lines = source.split("\n").slice(start.line - 1, end.line);
  const last = (lines.at(-1) ?? "").slice(0, end.column - 1);
  return [...lines.slice(0, -1), last].join("\n").slice(start.column - 1);
}

/** The changes that no test has noticed, in the order of files and lines. */
export const survivors = ({ files }: MutationReport): Survivor[] =>
  Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ status }) => survived.includes(status))
      .map(({ replacement, location }) => ({
        file,
        line: location.start.line,
        change: `${inOneLine(original(source, location))} -> ${inOneLine(replacement)}`,
      }))
      .sort((a, b) => a.line - b.line),
  );

const levels: readonly Level[] = ["error", "warning", "info"];

/** The level of the checks of a file: the gravest, where it has several. */
function levelOf({ source }: MutatedFile): Level {
  const own = [...source.matchAll(/^ {2}level: "(\w+)",$/gm)].map(([, level]) => level);
  return levels.find((level) => own.includes(level)) ?? "info";
}

/** A row for each level of which there is a file. */
export const rowsOf = ({ files }: MutationReport): Row[] =>
  levels.flatMap((level) => {
    const own = Object.values(files).filter((file) => levelOf(file) === level);
    const mutants = own.flatMap((file) => file.mutants);
    return own.length === 0
      ? []
      : [
          {
            level,
            files: own.length,
            noticed: count(mutants, noticed),
            survived: count(mutants, survived),
          },
        ];
  });

const percent = ({ noticed: found, survived: lost }: Row): string =>
  `${((100 * found) / Math.max(1, found + lost)).toFixed(1)} %`;

/** The page of what was measured. */
export const mutantsPage = (rows: readonly Row[], date: string): string =>
  `# Changes that tests notice

\`scripts/mutants\` changes the checks of \`analysis/mesh/checks/\` one place at a time (a condition is always
true, a list empty, a message without words) and runs the examples and cases that come by that place.
What no test notices is listed when it ends. Written by it on ${date}; files whose
checks have several levels count for the gravest. What is computed once when a file is loaded is not changed.

| level | files | changes tried | noticed | | not noticed |
|---|---|---|---|---|---|
${rows
  .map(
    (row) =>
      `| ${row.level} | ${row.files} | ${row.noticed + row.survived} | ${row.noticed} | ${percent(row)} | ${row.survived} |`,
  )
  .join("\n")}
`;
