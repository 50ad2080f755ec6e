import type { ArgumentCheck } from "../../../arguments/argument-check";
import { checkAtLeastOne } from "../../../arguments/choice";
import { oneOf } from "../../../arguments/one-of";
import type { Test } from "../../../arguments/predicates";
import { isKnown } from "../../../arguments/when-known";
import { type LoadBalancer, LoadBalancerSimple } from "./load-balancer-args";
import type { TrafficPolicyOptions } from "./traffic-policy-args";

const hashKeys = ["httpHeaderName", "httpCookie", "useSourceIp", "httpQueryParameterName"] as const;

/** Names that istiod takes with a warning, beside those it refuses itself. */
const outdated: Record<string, string> = {
  LEAST_CONN: LoadBalancerSimple.LeastRequest,
  UNSPECIFIED: LoadBalancerSimple.LeastRequest,
};

const current = oneOf<string>(Object.values(LoadBalancerSimple));

const currentSimple: Test<string> = (value) =>
  value in outdated ? `${current(value)}; use ${outdated[value]}` : undefined;

/** What istiod takes without a word and what then has no effect. */
export function checkLoadBalancer(
  check: ArgumentCheck,
  at: (inner: string) => string,
  { loadBalancer, outlierDetection }: TrafficPolicyOptions,
): void {
  if (loadBalancer === undefined) {
    return;
  }
  const path = (inner: string) => at(`loadBalancer.${inner}`);
  check.input(path("simple"), loadBalancer.simple, currentSimple);
  checkHash(check, path, loadBalancer);
  checkWarmup(check, path, loadBalancer);
  const { localityLbSetting: locality } = loadBalancer;
  if (isNearFirstAlone(locality) && outlierDetection === undefined) {
    check.fail(
      path("localityLbSetting"),
      "takes effect only with outlierDetection: without it no endpoint ever counts as failed",
    );
  }
}

/** Failover has findings of its own, and shares by hand need no outlier detection. */
function isNearFirstAlone(locality: LoadBalancer["localityLbSetting"]): boolean {
  return (
    locality !== undefined &&
    locality.enabled !== false &&
    !locality.distribute &&
    !locality.failover &&
    !locality.failoverPriority
  );
}

function checkHash(
  check: ArgumentCheck,
  path: (inner: string) => string,
  { consistentHash }: LoadBalancer,
): void {
  if (consistentHash) {
    const { useSourceIp, ...others } = consistentHash;
    checkAtLeastOne(check, path("consistentHash"), {
      object: { ...others, useSourceIp: useSourceIp === false ? undefined : useSourceIp },
      names: hashKeys,
    });
  }
}

function checkWarmup(
  check: ArgumentCheck,
  path: (inner: string) => string,
  { simple, consistentHash, warmup }: LoadBalancer,
): void {
  const gentle: unknown[] = [undefined, "LEAST_REQUEST", "ROUND_ROBIN"];
  const other = consistentHash ? "consistentHash" : simple;
  if (warmup && isKnown(other) && !gentle.includes(other)) {
    check.fail(
      path("warmup"),
      `has no effect with ${other}; allowed with simple LEAST_REQUEST, ROUND_ROBIN`,
    );
  }
}
