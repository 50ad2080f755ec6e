import type { Test } from "../../arguments/predicates";
import { shown } from "../../arguments/shown";
import { istioHub } from "../../values/known-names";
import { versionNumbers } from "../../values/version";
import versions from "../../versions.json";

/** Part of the library's contract: it moves only with a release that says so. */
export const defaultVersion: string = versions.istio;

/** Gateway API release that Istio's default version is built against. */
export const defaultGatewayApiManifest = `https://github.com/kubernetes-sigs/gateway-api/releases/download/v${versions.gatewayApiManifest}/standard-install.yaml`;

/** First patch of a minor whose charts can render a webhook policy that istiod leaves alone. */
const firstUsablePatch: Record<string, number> = { "1.28": 6, "1.29": 2 };
const oldestMinor = 28;

/**
 * Older charts always render `failurePolicy: Ignore`, which istiod turns into `Fail`: every later
 * update would then fight with istiod over the field.
 */
export const istioVersion: Test<string> = (value) => {
  const numbers = typeof value === "string" ? versionNumbers(value) : undefined;
  if (numbers === undefined) {
    return `${shown(value)} is not a version; write all three numbers, for example ${shown(defaultVersion)}`;
  }
  const [major, minor, patch] = numbers;
  if (major > 1) {
    return `${shown(value)} is no release of Istio, whose versions begin with 1; write for example ${shown(defaultVersion)}`;
  }
  const first = firstUsablePatch[`${major}.${minor}`] ?? 0;
  return major < 1 || minor < oldestMinor || patch < first
    ? `${shown(value)} is too old; allowed: 1.28.6 and later, 1.29.2 and later, 1.30 and newer`
    : undefined;
};

/**
 * Where the images come from when nobody says. The charts of 1.30 point to a registry that is being
 * switched off; all other charts have a good address of their own.
 * @see https://istio.io/latest/blog/
 */
export const defaultHub = (version: string): string | undefined =>
  version.startsWith("1.30.") ? istioHub : undefined;
