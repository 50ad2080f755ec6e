/** Who creates the objects of a chart. */
export const Installer = {
  /** Pulumi renders the chart: a preview shows every object that changes. */
  Chart: "chart",
  /** Helm installs it: a preview shows changed values, `helm` and its rollbacks know the release. */
  Release: "release",
} as const;
export type Installer = (typeof Installer)[keyof typeof Installer];
