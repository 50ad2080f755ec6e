import type { ArgumentCheck } from "../../arguments/argument-check";
import { shown } from "../../arguments/shown";
import type { ControlPlaneArgs } from "./control-plane-args";

/** Who creates the objects of a chart. */
export const Installer = {
  /** Pulumi renders the chart: a preview shows every object that changes. */
  Chart: "chart",
  /** Helm installs it: a preview shows changed values, `helm` and its rollbacks know the release. */
  Release: "release",
} as const;
export type Installer = (typeof Installer)[keyof typeof Installer];

/** Helm creates the objects of a release, out of the reach of Pulumi's transforms. */
export function checkReleaseMetadata(
  check: ArgumentCheck,
  {
    installer,
    labels,
    annotations,
  }: Pick<ControlPlaneArgs, "installer" | "labels" | "annotations">,
): void {
  for (const [key, given] of Object.entries({ labels, annotations })) {
    if (installer === Installer.Release && given !== undefined) {
      check.fail(
        key,
        `${shown(Object.keys(given))} cannot reach objects that Helm creates; use installer "chart", or the chart's own values`,
      );
    }
  }
}
