import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import { isKnown } from "../../arguments/when-known";
import type { CommonArgs } from "../common-args";
import { type ChartSource, chartReference } from "./chart-source";
import type { ChartValues } from "./chart-values";
import { Installer } from "./installer";
import { metadataTransform } from "./metadata-transform";
import { scaledByOthers } from "./scaled-by-others";

/** One Helm release, before it is decided how it is installed. */
export interface ChartRelease {
  chart: string;
  /** Name of the release; the gateway chart names its objects after it. */
  release: string;
  namespace: pulumi.Input<string>;
  version: pulumi.Input<string>;
  source: pulumi.Input<ChartSource>;
  values: ChartValues;
  installer: Installer;
  /** Whether Helm goes on before its workloads are Ready; Pulumi is told by an annotation. */
  skipAwait?: boolean;
}

/** A chart that is installed, by whoever did it. */
export type InstalledChart = k8s.helm.v4.Chart | k8s.helm.v3.Release;

/** Helm's own limit of 300 seconds is short for a cluster that fetches its images first. */
const timeout = 600;

/** As Pulumi's resources take it, also when source or version come out of another stack. */
function laterReference(
  source: pulumi.Input<ChartSource>,
  chart: string,
  version: pulumi.Input<string>,
) {
  if (isKnown(source) && isKnown(version)) {
    return chartReference(source, chart, version);
  }
  const found = pulumi
    .all([source, version])
    .apply(([from, of]) => chartReference(from as ChartSource, chart, of));
  return {
    chart: found.chart,
    version: found.apply((reference) => reference.version as string),
    repositoryOpts: found.apply(({ repositoryOpts }) => repositoryOpts ?? {}),
  };
}

/** The one place that decides how charts are installed. */
export function installChart(
  name: string,
  release: ChartRelease,
  common: CommonArgs,
  opts: pulumi.ComponentResourceOptions,
): InstalledChart {
  const { chart, version, source, namespace, values, skipAwait } = release;
  const args = {
    ...laterReference(source, chart, version),
    name: release.release,
    namespace,
    values,
  };
  if (release.installer === Installer.Release) {
    return new k8s.helm.v3.Release(
      name,
      { ...args, timeout, ...(skipAwait && { skipAwait }) },
      opts,
    );
  }
  const transforms = [metadataTransform(common), scaledByOthers(chart)].filter(
    (transform) => transform !== undefined,
  );
  return new k8s.helm.v4.Chart(
    name,
    args,
    pulumi.mergeOptions(opts, transforms.length > 0 ? { transforms } : {}),
  );
}
