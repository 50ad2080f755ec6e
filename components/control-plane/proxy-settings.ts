import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { holdsLater } from "../resources/plain-part";
import { type ChartValues, valueAt } from "./chart-values";

/** By it a Pod's template changes, and with it the Pods. */
export const proxySettingsAnnotation = "istio-mesh/proxy-settings";

/**
 * Values of the chart `istiod` that a proxy reads when it starts, and not again: what its Pod is made
 * from, and its bootstrap.
 */
const readOnce = [
  "meshConfig.defaultConfig",
  "meshConfig.trustDomain",
  "meshConfig.enablePrometheusMerge",
  ...[
    "hub",
    "tag",
    "variant",
    "imagePullPolicy",
    "imagePullSecrets",
    "proxy",
    "proxy_init",
    "logAsJson",
    "meshID",
    "network",
    "multiCluster",
    "caAddress",
    "caName",
    "sts",
    "sds",
    "mountMtlsCerts",
    "nativeNftables",
  ].map((key) => `global.${key}`),
];

/** The same text for the same settings, in whatever order they were written. */
const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)])
    : value;

const digest = (settings: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(sorted(settings)))
    .digest("hex")
    .slice(0, 16);

/** A text that changes with what proxies read once; nothing when the charts' own values hold. */
export function proxySettings(values: ChartValues): pulumi.Input<string> | undefined {
  const settings = Object.fromEntries(
    readOnce
      .map((path) => [path, valueAt(values, path)] as const)
      .filter(([, value]) => value !== undefined),
  );
  if (Object.keys(settings).length === 0) {
    return undefined;
  }
  return holdsLater(settings) ? pulumi.output(settings).apply(digest) : digest(settings);
}
