import type { ArgumentCheck } from "../../arguments/argument-check";
import { checkExactlyOne } from "../../arguments/choice";
import { shown } from "../../arguments/shown";
import { below, isHttpUrl, isLocalPath, isOciUrl } from "../../values/url";

/** Where Helm charts come from. Set exactly one. */
export interface ChartSource {
  /**
   * Address of an HTTP chart repository.
   * @default - `https://blob.istio.io/istio-release/charts` when no source is given at all
   */
  repository?: string;
  /**
   * OCI registry path that holds the charts, e.g. `oci://ghcr.io/istio/release/charts`.
   * @default - not used
   */
  oci?: string;
  /**
   * Folder with one chart in each of `base/`, `istiod/`, `cni/`, `ztunnel/` and `gateway/`, absolute
   * or relative to the Pulumi program. The charts are taken as they are, so their version has to
   * be the one that `version` names.
   * @default - not used
   */
  path?: string;
}

/** Istio's own chart repository, for when no source is given. */
export const defaultRepository = "https://blob.istio.io/istio-release/charts";

const retired: [address: string, replacement: string][] = [
  ["istio-release.storage.googleapis.com", defaultRepository],
  ["gcr.io/istio-release", "oci://ghcr.io/istio/release/charts"],
  ["registry.istio.io", "oci://ghcr.io/istio/release/charts"],
];

/** What each kind of source has to look like. */
const forms: Record<keyof ChartSource, { isRight: (text: string) => boolean; example: string }> = {
  repository: { isRight: isHttpUrl, example: defaultRepository },
  oci: { isRight: isOciUrl, example: "oci://ghcr.io/istio/release/charts" },
  path: { isRight: isLocalPath, example: "./charts" },
};

/** Reports sources that are none or several, of the wrong form, or being switched off by Istio. */
export function checkChartSource(check: ArgumentCheck, source: ChartSource): void {
  const kinds = Object.keys(forms) as (keyof ChartSource)[];
  checkExactlyOne(check, "charts", { object: source, names: kinds });
  for (const key of kinds) {
    const value = source[key];
    if (value === undefined) {
      continue;
    }
    const text = shown(value);
    const [, replacement] = retired.find(([address]) => value.includes(address)) ?? [];
    if (replacement) {
      check.fail(
        `charts.${key}`,
        `${text} is retired and being switched off; use ${shown(replacement)}`,
      );
    } else if (!forms[key].isRight(value)) {
      check.fail(
        `charts.${key}`,
        `${text} is not of the expected form; write for example ${shown(forms[key].example)}`,
      );
    }
  }
}

/** How Pulumi's Helm resources name a chart. */
export interface ChartReference {
  chart: string;
  version?: string;
  repositoryOpts?: { repo: string };
}

/** How to name a chart of the source; a folder has the version in it, so none is named. */
export function chartReference(
  source: ChartSource,
  chart: string,
  version: string,
): ChartReference {
  if (source.path !== undefined) {
    return { chart: below(source.path, chart) };
  }
  if (source.oci !== undefined) {
    return { chart: below(source.oci, chart), version };
  }
  return { chart, version, repositoryOpts: { repo: source.repository ?? defaultRepository } };
}
