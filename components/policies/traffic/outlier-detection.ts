import type * as pulumi from "@pulumi/pulumi";
import type { ArgumentCheck } from "../../../arguments/argument-check";
import { isKnown } from "../../../arguments/when-known";
import type { LoadBalancer } from "./load-balancer-args";
import type { OutlierDetection } from "./outlier-detection-args";
import type { TrafficPolicyOptions } from "./traffic-policy-args";

/** Acts from two endpoints on, and never leaves out the only one. Istio's own 10 needs ten of them. */
const defaultMaxEjectionPercent = 50;

/** As a DestinationRule has it. */
export const outlierSpec = (outlier: OutlierDetection | undefined): OutlierDetection | undefined =>
  outlier && {
    ...outlier,
    maxEjectionPercent: outlier.maxEjectionPercent ?? defaultMaxEjectionPercent,
  };

/**
 * Outlier detection alone makes istiod prefer near endpoints, and all others then get nothing. It is
 * off here unless someone asked for it. `preferNear` is that the Service did.
 */
export const withoutLocality = (
  loadBalancer: LoadBalancer | undefined,
  outlier: OutlierDetection | undefined,
  preferNear: boolean,
): LoadBalancer | undefined =>
  outlier === undefined || preferNear || loadBalancer?.localityLbSetting !== undefined
    ? loadBalancer
    : { ...loadBalancer, localityLbSetting: { enabled: false } };

const known = (value: pulumi.Input<number> | undefined, otherwise: number): number | undefined =>
  value === undefined ? otherwise : isKnown(value) ? value : undefined;

/**
 * Fewest endpoints of which one is ever left out, as far as it is known: Envoy takes no more out than
 * `maxEjectionPercent`, and sends to all again when fewer than `minHealthPercent` are left.
 */
export function actsFrom(outlier: OutlierDetection): number | undefined {
  const most = known(outlier.maxEjectionPercent, defaultMaxEjectionPercent);
  const healthy = known(outlier.minHealthPercent, 0);
  return most === undefined || healthy === undefined || most <= 0
    ? undefined
    : Math.max(Math.ceil(100 / most), Math.ceil(100 / (100 - healthy)));
}

/** The percentage, and what it means. */
export const actsOnlyFrom = (outlier: OutlierDetection, from: number): string =>
  `${percentages(outlier)} leaves an endpoint out only from ${from} endpoints (Pods) on`;

const percentages = ({ maxEjectionPercent, minHealthPercent }: OutlierDetection): string =>
  [
    `maxEjectionPercent ${maxEjectionPercent ?? defaultMaxEjectionPercent}`,
    ...(minHealthPercent === undefined ? [] : [`minHealthPercent ${minHealthPercent}`]),
  ].join(" with ");

/** Argument that decides from how many endpoints on one is left out. */
export const decidingField = ({ maxEjectionPercent, minHealthPercent }: OutlierDetection) =>
  maxEjectionPercent === undefined && minHealthPercent !== undefined
    ? "minHealthPercent"
    : "maxEjectionPercent";

/** What Istio and Envoy take without a word and what then has no effect. */
export function checkOutlier(
  check: ArgumentCheck,
  at: (inner: string) => string,
  { outlierDetection: outlier, loadBalancer }: TrafficPolicyOptions,
): void {
  if (outlier === undefined) {
    return;
  }
  const path = (inner: string) => at(`outlierDetection.${inner}`);
  if (outlier.minHealthPercent === 100) {
    check.fail(
      path("minHealthPercent"),
      "100 sends to all endpoints as soon as one is left out, so that none ever is; less than 100 is allowed",
    );
  }
  checkCounts(check, path, outlier, loadBalancer);
}

function checkCounts(
  check: ArgumentCheck,
  path: (inner: string) => string,
  outlier: OutlierDetection,
  loadBalancer: LoadBalancer | undefined,
): void {
  const errors = known(outlier.consecutive5xxErrors, 5);
  const gateway = known(outlier.consecutiveGatewayErrors, 0);
  if (errors === undefined || gateway === undefined) {
    return;
  }
  if (errors > 0 && gateway >= errors) {
    check.fail(
      path("consecutiveGatewayErrors"),
      `${gateway} has no effect, as 502, 503 and 504 count among consecutive5xxErrors, which is ${errors}; write less than ${errors}, or consecutive5xxErrors: 0`,
    );
  }
  if (errors === 0 && gateway === 0 && !outlier.splitExternalLocalOriginErrors) {
    const locality = loadBalancer?.localityLbSetting;
    if (locality === undefined || locality.enabled === false) {
      check.fail(
        path("consecutive5xxErrors"),
        "0 switches it off, and nothing else is counted, so that no endpoint is ever left out; write 1 or more, or consecutiveGatewayErrors",
      );
    }
  }
}
