/** What a text is wrapped in so that nothing of it is read as Markdown, also where it has such marks itself. */
export function code(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const ticks = "`".repeat(
    Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  const room = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${room}${line}${room}${ticks}`;
}

/** Words of ours with names of the user's in them. */
export const plain = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>#|@]/g, "\\$&");
