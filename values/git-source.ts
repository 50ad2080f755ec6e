const form = /^git:([^:]+):(.*)$/s;
const ownFolder = /^(?:\.\/)+|\/+$/g;

/** Whether a text names what git has. */
export const isGitSource = (text: string): boolean => text.startsWith("git:");

/** Revision and path of `git:REV:PATH`; an empty path is that of all there is. */
export function gitSource(text: string): readonly [revision: string, path: string] | undefined {
  const [, revision, path = ""] = form.exec(text) ?? [];
  return revision === undefined ? undefined : [revision, path.replace(ownFolder, "")];
}
