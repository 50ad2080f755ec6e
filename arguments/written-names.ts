import { isWithin } from "./argument-path";

/** An argument that was given by a name it had before. */
export interface Renamed {
  /** Path as it is written in the program. */
  path: string;
  /** Name that the argument has now. */
  now: string;
}

/** Those of each component, by `Component "name"`. */
const written = new Map<string, readonly Renamed[]>();

/** Keeps by which names the arguments of `subject` were given. */
export function keepWrittenNames(subject: string, renamed: readonly Renamed[]): void {
  written.set(subject, renamed);
}

const nowPath = ({ path, now }: Renamed): string => path.replace(/[^.\]]+$/, now);

/** The path as the program has it, so that a message names what is written there. */
export const writtenPath = (subject: string, path: string): string =>
  (written.get(subject) ?? []).reduce((told, renamed) => {
    const at = nowPath(renamed);
    return isWithin(told, at) ? renamed.path + told.slice(at.length) : told;
  }, path);
