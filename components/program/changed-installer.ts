const chart = "kubernetes:helm.sh/v4:Chart";
const release = "kubernetes:helm.sh/v3:Release";

/** The same chart as somebody else would install it. */
function twinOf(urn: string): { before: string; words: [was: string, is: string] } | undefined {
  const replaced = (from: string, to: string) => urn.replace(`${from}::`, `${to}::`);
  if (urn.includes(`${release}::`)) {
    return { before: replaced(release, chart), words: ["chart", "release"] };
  }
  return urn.includes(`${chart}::`)
    ? { before: replaced(chart, release), words: ["release", "chart"] }
    : undefined;
}

/**
 * Why a chart that is there cannot be handed over: Helm refuses objects that are not its own, and what
 * the former installer deletes in the end is what runs.
 */
export function changedInstaller(urn: string, before: ReadonlySet<string>): string | undefined {
  const twin = twinOf(urn);
  if (twin === undefined || !before.has(twin.before) || before.has(urn)) {
    return undefined;
  }
  const [was, is] = twin.words.map((word) => JSON.stringify(word));
  return `${is} would delete all that ${was} installed, while it runs; keep ${was}, or install beside it under another revision or gatewayName and take this one away afterwards`;
}
