import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";
import type { CommonArgs } from "../resources/metadata";
import { type ChartSource, chartReference } from "./chart-source";
import type { ChartValues } from "./chart-values";
import { metadataTransform } from "./metadata-transform";

/** One Helm release, before it is decided how it is installed. */
export interface ChartRelease {
  chart: string;
  /** Name of the release; the gateway chart names its objects after it. */
  release: string;
  namespace: pulumi.Input<string>;
  version: string;
  source: ChartSource;
  values: ChartValues;
}

/**
 * The one place that decides how charts are installed: rendered by Pulumi, so that a preview shows
 * every object that changes.
 */
export function installChart(
  name: string,
  { chart, release, namespace, version, source, values }: ChartRelease,
  common: CommonArgs,
  opts: pulumi.ComponentResourceOptions,
): k8s.helm.v4.Chart {
  const transform = metadataTransform(common);
  return new k8s.helm.v4.Chart(
    name,
    { ...chartReference(source, chart, version), name: release, namespace, values },
    pulumi.mergeOptions(opts, transform ? { transforms: [transform] } : {}),
  );
}
