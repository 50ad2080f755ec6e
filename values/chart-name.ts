const archive = /(?:-\d[^/]*)?\.tgz$/;
const version = /:[^/]*$/;

/** A chart's own name in a reference: a name, `repository/name`, an address, a folder or an archive. */
export const chartName = (reference: string): string =>
  reference.replace(archive, "").replace(version, "").split("/").filter(Boolean).at(-1) ?? "";
